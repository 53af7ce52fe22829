import { type Countdown, phaseAt, remainingAt } from '../../../kernel/floor/countdown.ts'
import { figuresOf, untilNextSecond } from '../../../kernel/floor/figures.ts'
import type { ServerClock } from './server-clock.ts'

/** What a clock says beside its figures, by phase, and while it stands still. */
export type ClockWords = Readonly<Record<'green' | 'amber' | 'red' | 'over' | 'paused', string>>

const countdownOf = ({ limit, amber, red, spent, since }: DOMStringMap): Countdown => ({
  limit: Number(limit),
  amber: Number(amber),
  red: Number(red),
  spent: Number(spent),
  since: since === undefined || since === '' ? null : Number(since),
})

const line = (name: 'figures' | 'word', text: string) => {
  const made = document.createElement('span')
  made.className = `clock-${name}`
  // Figures are read from the left in every script: a minus stands before them.
  if (name === 'figures') made.dir = 'ltr'
  made.textContent = text
  return made
}

/**
 * `<speech-clock data-limit="180" data-amber="30" data-red="10" data-spent="0" data-since="1638844200000">`: the time
 * that remains to whoever has the floor, by the server's clock. What the server wrote into it, the end in words, stands
 * until the server's clock is known; a morph puts it back, so the clock writes itself again before anything is painted.
 */
export function defineSpeechClock(server: ServerClock): void {
  class SpeechClock extends HTMLElement {
    static observedAttributes = ['data-limit', 'data-spent', 'data-since', 'data-amber', 'data-red']

    #refill = new MutationObserver(() => this.show())
    #next: number | undefined

    connectedCallback() {
      this.#refill.observe(this, { childList: true })
      this.show()
    }

    disconnectedCallback() {
      this.#refill.disconnect()
      clearTimeout(this.#next)
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show()
    }

    /** Shows the time as it is now, and again when the figures change. */
    show() {
      clearTimeout(this.#next)
      const now = server.now()
      if (now === null) return
      const countdown = countdownOf(this.dataset)
      const remaining = remainingAt(countdown, now)
      const phase = phaseAt(countdown, now)
      const words = JSON.parse(this.dataset.words ?? '{}') as ClockWords
      const paused = countdown.since === null
      this.dataset.phase = phase
      this.toggleAttribute('data-paused', paused)
      this.#write(figuresOf(remaining), paused ? words.paused : words[phase])
      if (!paused) this.#next = window.setTimeout(() => this.show(), untilNextSecond(remaining) + 5)
    }

    #write(figures: string, word: string) {
      const [shown, said] = this.children
      if (shown?.className === 'clock-figures' && said?.className === 'clock-word') {
        if (shown.textContent !== figures) shown.textContent = figures
        if (said.textContent !== word) said.textContent = word
      } else this.replaceChildren(line('figures', figures), ' ', line('word', word))
      this.#refill.takeRecords()
    }
  }
  customElements.define('speech-clock', SpeechClock)
}

/** Shows every clock of the page anew: when the server's time is known, or known better. */
export function showClocks(): void {
  for (const one of document.querySelectorAll<HTMLElement & { show?: () => void }>(
    'speech-clock',
  )) {
    one.show?.()
  }
}
