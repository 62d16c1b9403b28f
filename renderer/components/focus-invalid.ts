// Puts the cursor into the first field of a form that is marked as wrong, once the marks are drawn; nowhere if there is none.

export const focusInvalid = (form: HTMLElement | null): void =>
  void requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
  })
