/** Stages in which a form that was opened again is marked anew: a correction. */
const correctionStages: readonly string[] = ['results', 'provisional', 'final'];

/** Marks are entered while the event competes; later only on a form that was opened again, with a reason. */
export const markingIsOpen = (stage: string, reopened: boolean): boolean =>
  stage === 'competition' || (reopened && correctionStages.includes(stage));
