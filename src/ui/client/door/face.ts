import { FRESH_FOR } from '../../../kernel/badges/door-list.ts'
import { lightOf, type Verdict } from '../../../kernel/badges/judge.ts'

/** All words of a door, as its page gave them. */
export type Words = Readonly<Record<string, string>>

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  said: Partial<Record<'class' | 'text' | 'type' | 'name' | 'value' | 'id', string>> = {},
  ...inside: readonly Node[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  const { text, class: classes, ...attributes } = said
  if (classes) element.className = classes
  if (text !== undefined) element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...inside)
  return element
}

/** What the door shows; it decides nothing. */
export interface Face {
  readonly code: HTMLInputElement
  readonly video: HTMLVideoElement
  readonly camera: HTMLButtonElement
  direction(): 'in' | 'out'
  onCode(hear: (typed: string) => void): void
  place(door: string, zone: string): void
  age(said: string, minutes: number): void
  state(lines: readonly string[]): void
  result(verdict: Verdict, detail: string): void
  remark(text: string): void
  /** Takes away what was said of the badge before: nobody passes on another's word. */
  blank(): void
}

export function faceIn(host: HTMLElement, words: Words): Face {
  const say = (word: string) => words[word] ?? word
  const choice = (value: 'in' | 'out') => {
    const input = make('input', { type: 'radio', name: 'direction', value })
    input.checked = value === 'in'
    return make('label', { class: 'choice' }, input, make('span', { text: say(value) }))
  }
  const place = make('p', { class: 'door-place' })
  const age = make('p', { class: 'door-age' })
  const state = make('ul', { class: 'door-state' })
  const result = make('p', { class: 'door-result', text: say('ready') })
  result.setAttribute('role', 'status')
  result.setAttribute('aria-live', 'assertive')
  const code = make('input', { type: 'text', id: 'door-code', name: 'code' })
  code.autocomplete = 'off'
  code.setAttribute('autocapitalize', 'characters')
  code.dir = 'ltr'
  const label = make('label', { text: say('code') })
  label.htmlFor = 'door-code'
  const check = make('button', { type: 'submit', class: 'btn btn-primary', text: say('check') })
  const form = make('form', { class: 'door-typed' }, label, code, check)
  const camera = make('button', { type: 'button', class: 'btn door-camera', text: say('camera') })
  const video = make('video', { class: 'door-video' })
  video.muted = true
  video.playsInline = true
  video.hidden = true
  const ways = make('div', { class: 'door-ways' }, choice('in'), choice('out'))
  host.replaceChildren(place, age, ways, result, video, camera, form, state)

  return {
    code,
    video,
    camera,
    direction: () =>
      host.querySelector<HTMLInputElement>('input[name=direction]:checked')?.value === 'out'
        ? 'out'
        : 'in',
    onCode(hear) {
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        const typed = code.value.trim()
        code.value = ''
        code.focus()
        if (typed !== '') hear(typed)
      })
    },
    place(door, zone) {
      place.replaceChildren(make('bdi', { text: door }), ' · ', make('bdi', { text: zone }))
    },
    age(said, minutes) {
      const lines = [
        say('list').replace('{time}', said),
        say('age').replace('{minutes}', `${minutes}`),
        ...(minutes > FRESH_FOR ? [say('old')] : []),
      ]
      age.dataset.light = minutes > FRESH_FOR ? 'amber' : 'green'
      age.replaceChildren(...lines.map((text) => make('span', { text })))
    },
    state(lines) {
      state.replaceChildren(...lines.map((text) => make('li', { text })))
    },
    result({ outcome, category }, detail) {
      result.dataset.light = lightOf(outcome)
      result.dataset.outcome = outcome
      const shown = make('strong', { text: say(`outcome.${outcome}`) })
      const kind = category && make('span', { class: 'door-category', text: category.name })
      if (kind && category) {
        kind.style.background = category.ground
        kind.style.color = category.ink
      }
      result.replaceChildren(shown, ...(kind ? [kind] : []), make('small', { text: detail }))
    },
    remark(text) {
      result.dataset.light = 'amber'
      result.dataset.outcome = 'remark'
      result.replaceChildren(make('strong', { text }))
    },
    blank() {
      delete result.dataset.light
      delete result.dataset.outcome
      result.replaceChildren()
    },
  }
}
