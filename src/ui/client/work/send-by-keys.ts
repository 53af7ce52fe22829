/** Ctrl or ⌘ with Enter sends the form in whose text somebody writes, by its first button: hands stay on the keys. */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
  const { target } = event
  if (!(target instanceof HTMLTextAreaElement) || !target.form) return
  event.preventDefault()
  target.form.requestSubmit(
    target.form.querySelector<HTMLElement>('button[type=submit]:not(:disabled)'),
  )
})
