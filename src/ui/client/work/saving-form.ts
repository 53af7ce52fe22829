import { forgetTyped } from '../kept-forms.ts'

/*
 * <saving-form>: what is typed in the form within is sent as it is typed, to where the form leads anyway. The answer is
 * the page: its version, and what it says beside the form, take their places. A line that is down is tried again with
 * the very same content and key, so that nothing is done twice; where somebody else was faster, nothing is sent until
 * the person has seen both.
 */

const PAUSE = 1_200
const AGAIN = 5_000

/** What is under way: the same body under the same key, until somebody answers. */
interface Sending {
  body: URLSearchParams
}

class SavingForm extends HTMLElement {
  #timer: number | undefined
  #sending: Sending | null = null
  #underWay: Promise<void> | null = null
  #changed = false
  #stopped = false

  connectedCallback() {
    this.addEventListener('input', this.#typed)
    this.addEventListener('submit', this.#leave)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    this.removeEventListener('input', this.#typed)
    this.removeEventListener('submit', this.#leave)
  }

  get #form() {
    return this.querySelector('form')
  }

  #typed = () => {
    this.#changed = true
    this.#later(PAUSE)
  }

  /**
   * The form is sent by the person: nothing more by itself. What is on its way arrives first; else what the person sends
   * would meet it as somebody else's.
   */
  #leave = (event: SubmitEvent) => {
    this.#stopped = true
    clearTimeout(this.#timer)
    if (!this.#underWay) return
    event.preventDefault()
    const { submitter } = event
    void this.#underWay.then(() => this.#form?.requestSubmit(submitter))
  }

  #later(wait: number) {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = window.setTimeout(this.#send, wait)
  }

  #send = () => {
    const form = this.#form
    if (!form || this.#stopped || (this.#sending && !this.#changed)) return
    this.#sending ??= this.#begin(form)
    this.#underWay = this.#deliver(form, this.#sending).finally(() => {
      this.#underWay = null
    })
  }

  async #deliver(form: HTMLFormElement, { body }: Sending): Promise<void> {
    this.#say(this.dataset.saving)
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'text/html' },
      })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      this.#sending = null
      if (!answer.ok) return this.#stop()
      this.#take(form, page)
    } catch {
      // The line is down: the same is tried again.
      this.#say(this.dataset.later)
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(this.#again, AGAIN)
    }
  }

  #again = () => {
    this.#changed = true
    this.#send()
  }

  #begin(form: HTMLFormElement): Sending {
    this.#changed = false
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    )
    const body = new URLSearchParams(fields)
    body.set(':key', crypto.randomUUID())
    body.set(':then', body.get(':page') ?? '/')
    return { body }
  }

  /** Somebody else changed it, or it cannot be changed any more: the person decides. */
  #stop() {
    this.#stopped = true
    this.#say(this.dataset.other)
  }

  #take(form: HTMLFormElement, page: Document) {
    const fresh = page.getElementById(form.id)
    for (const name of [':seen', ':key']) {
      const given = fresh?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
      const own = form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
      if (given && own) own.value = given.value
    }
    for (const part of document.querySelectorAll<HTMLElement>('[data-follows]')) {
      const given = page.querySelector(`[data-follows="${part.dataset.follows}"]`)
      if (given) part.innerHTML = given.innerHTML
    }
    if (this.#changed) return this.#later(0)
    forgetTyped(form)
    this.#say(this.dataset.saved)
  }

  #say(sentence: string | undefined) {
    const state = this.querySelector('.saving-state')
    if (state) state.textContent = sentence ?? ''
  }
}

customElements.define('saving-form', SavingForm)
