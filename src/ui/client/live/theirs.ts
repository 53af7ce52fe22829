/**
 * Whether an attribute of an element stands for something that the reader of the page has changed since it came. What
 * has no id may be becoming another element: a row that somebody ticked, the row before it.
 */
export function isTheirs(element: EventTarget, attribute: string): boolean {
  if (attribute === 'open') return element instanceof HTMLDetailsElement
  if (!(element instanceof Element) || element.id === '') return false
  if (attribute === 'checked') {
    return element instanceof HTMLInputElement && element.checked !== element.defaultChecked
  }
  if (attribute !== 'value') return false
  const isTyped = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  return isTyped && element.value !== element.defaultValue
}
