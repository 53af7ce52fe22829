/*
 * <end-note>: shows itself while the end that is typed in its form is not after the start, because it is then taken as
 * one of the next day. Without a script it says so once the form has been sent.
 */

class EndNote extends HTMLElement {
  #stop: AbortController | undefined

  connectedCallback() {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.closest('form')?.addEventListener('input', () => this.#show(), { signal })
    this.#show()
  }

  disconnectedCallback() {
    this.#stop?.abort()
  }

  #show() {
    const typed = (name = '') => {
      const field = this.closest('form')?.elements.namedItem(name)
      return field instanceof HTMLInputElement ? field.value : ''
    }
    const [start, end] = [typed(this.dataset.start), typed(this.dataset.end)]
    this.hidden = start === '' || end === '' || end > start
  }
}

customElements.define('end-note', EndNote)
