import { meaningOf, placeAfter } from './keys.ts'

/*
 * <floor-desk>: the list of speakers by one hand on the keyboard. A key does what the button beside it does, by the same
 * form; where there is no such button now, it says so. Nothing is done by a key that is held down, while something is
 * under way, or while somebody types.
 */

/** A delegation on its way to another place, before its reason is named. */
interface Moving {
  speech: string
  to: number
}

const TYPING = 'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]'
/** What the space bar or Enter does anyway where it stands. */
const OWN_KEYS: Readonly<Record<string, string>> = {
  ' ': 'button, summary, input',
  Enter: 'a, button, summary, input',
}

class FloorDesk extends HTMLElement {
  #sending = false
  #moving: Moving | null = null

  connectedCallback() {
    document.addEventListener('keydown', this.#press)
    document.addEventListener('turbo:submit-start', this.#begin)
    for (const end of ['turbo:load', 'turbo:render', 'turbo:fetch-request-error']) {
      document.addEventListener(end, this.#end)
    }
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press)
    document.removeEventListener('turbo:submit-start', this.#begin)
    for (const end of ['turbo:load', 'turbo:render', 'turbo:fetch-request-error']) {
      document.removeEventListener(end, this.#end)
    }
  }

  #begin = () => {
    this.#sending = true
    this.#moving = null
  }

  #end = () => {
    this.#sending = false
  }

  #press = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : document.body
    const meaning = meaningOf(event)
    if (!meaning || event.defaultPrevented || event.isComposing) return
    if (meaning.does === 'leave') return this.#leave(target)
    if (target.closest(TYPING) || target.closest(OWN_KEYS[event.key] ?? '#none')) return
    if (meaning.does === 'reason' && !this.#moving) return
    event.preventDefault()
    if (this.#sending) return
    if (meaning.does === 'choose') return this.#choose(meaning.by)
    if (meaning.does === 'move') return this.#move(meaning.by)
    if (event.repeat) return
    if (meaning.does === 'reason') this.#send(`[data-digit="${meaning.digit}"]`, this.#moveForm)
    if (meaning.does === 'key') this.#act(meaning.key)
  }

  get #moveForm() {
    return this.querySelector<HTMLDetailsElement>('#ask-move')
  }

  get #lines() {
    return [...this.querySelectorAll<HTMLElement>('[data-place]')]
  }

  get #chosen() {
    return document.activeElement?.closest<HTMLElement>('[data-place]') ?? null
  }

  /** Does what the button of a key does. */
  #act(key: string) {
    const found = this.querySelector<HTMLElement>(`[data-key="${key}"]`)
    if (!found) return this.#say(this.dataset.notNow)
    if (found.tagName === 'SUMMARY') return this.#open(found.closest('details'))
    this.#send(`[data-key="${key}"]`)
  }

  #send(selector: string, within: ParentNode | null = this) {
    const button = within?.querySelector<HTMLButtonElement>(selector)
    if (button?.form) button.form.requestSubmit(button)
  }

  #open(details: HTMLDetailsElement | null) {
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
    details.querySelector<HTMLElement>('select, input:not([type=hidden])')?.focus()
  }

  #choose(by: 1 | -1) {
    const lines = this.#lines
    const at = this.#chosen ? lines.indexOf(this.#chosen) + 1 : by > 0 ? 0 : lines.length + 1
    lines[placeAfter(at, by, lines.length) - 1]?.querySelector('a')?.focus()
  }

  /** Moves whoever is chosen on the paper of the form; its reason sends it. */
  #move(by: 1 | -1) {
    const details = this.#moveForm
    const chosen = this.#moving ? null : this.#chosen
    const from = chosen && { speech: chosen.dataset.speech ?? '', to: Number(chosen.dataset.place) }
    const moving = this.#moving ?? from
    const who = details?.querySelector<HTMLSelectElement>('select[name=speech]')
    const place = details?.querySelector<HTMLInputElement>('input[name=to]')
    if (!moving || !details || !who || !place) return this.#say(this.dataset.notNow)
    const to = placeAfter(moving.to, by, this.#lines.length)
    this.#moving = { speech: moving.speech, to }
    who.value = moving.speech
    place.value = `${to}`
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
    this.#say(this.dataset.moved?.replace('#', `${to}`))
  }

  #leave(target: Element) {
    const details = target.closest<HTMLDetailsElement>('.floor-ask[open]')
    if (this.#moving) this.#moveForm?.removeAttribute('open')
    else if (details) {
      details.open = false
      details.querySelector('summary')?.focus()
    }
    this.#moving = null
    this.#chosen?.querySelector('a')?.blur()
    this.#say('')
  }

  #say(sentence: string | undefined) {
    const said = this.querySelector<HTMLElement>('[data-says]')
    if (!said) return
    said.textContent = sentence ?? ''
    said.hidden = !sentence
  }
}

customElements.define('floor-desk', FloorDesk)
