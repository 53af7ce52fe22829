const CHOICES = ['system', 'light', 'dark'] as const
type Choice = (typeof CHOICES)[number]

const root = document.documentElement
const chosen = (): Choice => CHOICES.find((choice) => choice === root.dataset.theme) ?? 'system'

function choose(choice: Choice): void {
  if (choice === 'system') delete root.dataset.theme
  else root.dataset.theme = choice
  try {
    localStorage.setItem('theme', choice)
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** The switch between the system's colours, light and dark. Its words stand in `data-*`; never a cookie. */
class ReaderTheme extends HTMLElement {
  connectedCallback(): void {
    const group = document.createElement('fieldset')
    const legend = document.createElement('legend')
    legend.textContent = this.dataset.label ?? ''
    group.append(legend, ...CHOICES.map((choice) => this.button(choice)))
    this.replaceChildren(group)
  }

  private button(choice: Choice): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = this.dataset[choice] ?? choice
    button.setAttribute('aria-pressed', String(chosen() === choice))
    button.addEventListener('click', () => {
      choose(choice)
      for (const other of this.querySelectorAll('button')) {
        other.setAttribute('aria-pressed', String(other === button))
      }
    })
    return button
  }
}

customElements.define('reader-theme', ReaderTheme)

// The server sends the element empty: a morph would empty it again.
document.addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof ReaderTheme) event.preventDefault()
})
