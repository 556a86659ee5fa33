import type { Schemas } from '../account/session.js';

export type Form = Schemas['FormReply'];
export type FormAspect = Form['aspects'][number];
export type FormSeat = Form['seats'][number];
export type MyFormGroup = Schemas['MyFormGroupDto'];
export type MyForm = Schemas['MyFormDto'];
export type FormSave = Schemas['FormSaveDto'];
