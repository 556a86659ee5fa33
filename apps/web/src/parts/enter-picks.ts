import type { KeyboardEvent } from 'react';

/**
 * Enter in a date or time picker takes what was typed and goes on to the next field; it does not send the form around
 * it, as the browser would. Put it on the form, or on whatever stands around its pickers.
 */
export const enterPicks = {
  onKeyDownCapture: (press: KeyboardEvent<HTMLElement>): void => {
    const inPicker = press.target instanceof Element && press.target.closest('.ant-picker') !== null;
    if (press.key === 'Enter' && inPicker) press.preventDefault();
  },
};
