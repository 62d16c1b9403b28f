// After a form was refused: puts the cursor into the first field that is not right.

interface FormLike {
  getInputNode: (path: never) => HTMLElement | null
}

export const focusMistake =
  (form: FormLike) =>
  (errors: Record<string, unknown>): void => {
    for (const path of Object.keys(errors)) {
      const node = form.getInputNode(path as never)
      if (!node) continue
      node.focus({ preventScroll: true })
      return node.scrollIntoView({ block: 'center' })
    }
  }
