/*
 * <find-in-list>: a search above a long list of boxes. What does not match is out of sight, what is chosen never is;
 * groups open while one searches. Without a script the list is as long as it is, in groups.
 */

/** Small letters without accents, so that «experience» finds «expérience». */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

class FindInList extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('.picker-search')) return
    const search = document.createElement('input')
    search.type = 'search'
    search.className = 'picker-search'
    search.setAttribute('aria-label', this.dataset.label ?? '')
    search.placeholder = this.dataset.label ?? ''
    const found = document.createElement('small')
    found.className = 'picker-found'
    found.setAttribute('role', 'status')
    search.addEventListener('input', (event) => {
      // What is searched for is no part of the form.
      event.stopPropagation()
      this.#show(folded(search.value.trim()), found)
    })
    search.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
    this.prepend(search, found)
  }

  #show(wanted: string, found: HTMLElement) {
    let count = 0
    for (const box of this.querySelectorAll<HTMLElement>('.choice')) {
      const matches = wanted === '' || folded(box.textContent ?? '').includes(wanted)
      if (matches) count += 1
      box.hidden = !matches && !box.querySelector<HTMLInputElement>('input')?.checked
    }
    for (const group of this.querySelectorAll('details')) {
      group.hidden = !group.querySelector('.choice:not([hidden])')
      if (wanted !== '') group.open = !group.hidden
    }
    found.textContent = wanted === '' ? '' : `${count} ${this.dataset.found ?? ''}`
  }
}

customElements.define('find-in-list', FindInList)
