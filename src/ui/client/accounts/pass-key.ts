/** What our own server says to a step of the ceremony. */
async function ask(step: string, body?: unknown): Promise<Response> {
  return fetch(`/accounts/passkey/${step}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
}

/** By which its owner knows a passkey again: what the browser runs on. */
const ownName = () =>
  /iPhone|iPad|Android|Windows|Mac OS X|CrOS|Linux/
    .exec(navigator.userAgent)?.[0]
    .replace('Mac OS X', 'macOS')
    .replace('CrOS', 'ChromeOS') ?? ''

async function enter(): Promise<Response> {
  const options = await (await ask('generate-authenticate-options')).json()
  const credential = await navigator.credentials.get({
    publicKey: {
      ...PublicKeyCredential.parseRequestOptionsFromJSON(options),
      // A passkey stands for two factors: the server takes none without.
      userVerification: 'required',
    },
  })
  return ask('verify-authentication', { response: asJson(credential) })
}

async function add(): Promise<Response> {
  const asked = await ask('generate-register-options')
  if (asked.status === 403) return asked
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json())
  const credential = await navigator.credentials.create({ publicKey })
  return ask('verify-registration', { response: asJson(credential), name: ownName() })
}

const asJson = (credential: Credential | null) =>
  credential instanceof PublicKeyCredential ? credential.toJSON() : null

/**
 * A button that signs somebody in by a passkey (`data-deed="enter"`), or gives them one (`add`). Where the browser knows
 * none, what the server wrote inside it stays.
 */
class PassKey extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential))
      return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = this.dataset.label ?? ''
    const said = document.createElement('p')
    said.className = 'wrong'
    said.setAttribute('role', 'alert')
    button.addEventListener('click', () => void this.go(button, said))
    this.replaceChildren(button, said)
  }

  private async go(button: HTMLButtonElement, said: HTMLElement): Promise<void> {
    const { deed, next = '/', again, failed = '' } = this.dataset
    button.disabled = true
    said.textContent = ''
    try {
      const answer = await (deed === 'add' ? add() : enter())
      if (answer.ok) location.assign(next)
      else if (answer.status === 403 && again) location.assign(again)
      else said.textContent = failed
    } catch {
      // Given up, or no passkey of ours on this device.
      said.textContent = failed
    } finally {
      button.disabled = false
    }
  }
}

customElements.define('pass-key', PassKey)

// The server sends the element with a hint inside: a morph would put that back.
document.addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof PassKey) event.preventDefault()
})
