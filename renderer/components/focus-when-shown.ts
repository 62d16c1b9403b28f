// For `ref`: gives an element the focus when it appears. One function for all, so that React calls it once.

export const focusWhenShown = (element: HTMLElement | null): void => element?.focus()
