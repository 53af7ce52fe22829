/*
 * Forms outlive a dropped line, a closed lid and a reload: what is typed stays in this tab until the server has said
 * that it arrived. Nothing is kept on the device once the tab is closed.
 */

type Typed = [name: string, value: string][]

const PREFIX = 'plenum form '
const keptAs = (form: HTMLFormElement) => PREFIX + (form.dataset.keep ?? '')
const isKept = (target: EventTarget | null): target is HTMLFormElement =>
  target instanceof HTMLFormElement && target.dataset.keep !== undefined

/** What is typed in a form: not what is hidden, chosen from the device or secret. */
function typedIn(form: HTMLFormElement): Typed {
  return [...form.elements].flatMap((field): Typed => {
    if (field instanceof HTMLTextAreaElement) return [[field.name, field.value]]
    if (field instanceof HTMLSelectElement) return [[field.name, field.value]]
    if (!(field instanceof HTMLInputElement)) return []
    if (['hidden', 'file', 'password', 'submit'].includes(field.type)) return []
    if (field.type === 'checkbox' || field.type === 'radio') {
      return field.checked ? [[field.name, field.value]] : []
    }
    return [[field.name, field.value]]
  })
}

function putBack(form: HTMLFormElement, typed: Typed) {
  const values = Map.groupBy(typed, ([name]) => name)
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      field.value = values.get(field.name)?.shift()?.[1] ?? field.value
    } else if (field instanceof HTMLInputElement && !['hidden', 'file'].includes(field.type)) {
      const sent = values.get(field.name) ?? []
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = sent.some(([, value]) => value === field.value)
      } else field.value = sent.shift()?.[1] ?? field.value
    }
  }
}

const say = (form: HTMLFormElement, sentence: string | undefined) => {
  if (!sentence) return
  const said = form.querySelector('.form-state') ?? document.createElement('p')
  said.className = 'form-state'
  said.setAttribute('role', 'status')
  said.textContent = sentence
  form.prepend(said)
}

const words = () => document.querySelector<HTMLElement>('main')?.dataset

/** What was typed has arrived: the tab need not keep it any longer. */
export const forgetTyped = (form: HTMLFormElement) => sessionStorage.removeItem(keptAs(form))

/** A page that changes while somebody types leaves their form alone. */
const hold = (form: HTMLFormElement) => form.setAttribute('data-turbo-permanent', '')

document.addEventListener('input', (event) => {
  const form = (event.target as Element | null)?.closest('form') ?? null
  if (!isKept(form)) return
  hold(form)
  try {
    sessionStorage.setItem(keptAs(form), JSON.stringify(typedIn(form)))
  } catch {
    // A browser that keeps nothing shows the form as any other does.
  }
})

document.addEventListener('turbo:submit-end', (event) => {
  const { success, fetchResponse } = (
    event as CustomEvent<{ success: boolean; fetchResponse?: { statusCode: number } }>
  ).detail
  const form = event.target
  if (!isKept(form)) return
  if (success) sessionStorage.removeItem(keptAs(form))
  // Refused, the page comes again with everything that was typed and a new form in the place of this one.
  if (fetchResponse) form.removeAttribute('data-turbo-permanent')
  else say(form, words()?.notSent)
})

/** A form that was left half typed is as it was left, unless the server shows what was just refused. */
function restore() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    if (form.dataset.refused !== undefined || form.hasAttribute('data-turbo-permanent')) continue
    const kept = sessionStorage.getItem(keptAs(form))
    if (kept === null) continue
    const typed = JSON.parse(kept) as Typed
    if (JSON.stringify(typedIn(form)) === kept) continue
    putBack(form, typed)
    hold(form)
    say(form, words()?.kept)
  }
}

document.addEventListener('turbo:load', restore)
document.addEventListener('turbo:fetch-request-error', (event) => {
  if (!isKept(event.target)) return
  event.preventDefault()
  say(event.target, words()?.notSent)
})
if (document.readyState !== 'loading') restore()
