/*
 * <count-down>: how many seconds are left until a moment, by the clock of this device; then that it has come. Without a
 * script the moment beside it says enough.
 */

class CountDown extends HTMLElement {
  #timer: number | undefined

  connectedCallback() {
    this.#show()
    this.#timer = window.setInterval(() => this.#show(), 1000)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  #show() {
    const left = Math.ceil((Date.parse(this.dataset.until ?? '') - Date.now()) / 1000)
    const { left: words = '', over = '' } = this.dataset
    this.textContent = left > 0 ? (left < 3600 ? words.replace('#', `${left}`) : '') : over
  }
}

customElements.define('count-down', CountDown)
