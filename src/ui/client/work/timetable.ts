import {
  type Column,
  clockOf,
  led,
  lengthOf,
  met,
  minutesOf,
  type Spot,
  type Standing,
  settled,
} from './timetable-rules.ts'

/*
 * The draft of a programme as a table of days × rooms, in which sessions can be carried: by mouse or finger, or by
 * keyboard from the handle beside a title. What is dropped is sent by the form below the table, as any other form;
 * without this script the table is read, and sessions are moved by hand on their own pages.
 */

/** What is said while something is carried, in the reader's language. */
interface Words {
  carry: string
  picked: string
  at: string
  dropped: string
  left: string
  meets: string
}

interface Carried {
  cell: HTMLElement
  session: Standing
  spot: Spot
  /** How far below its top it was taken, in pixels; by keyboard none. */
  grip: number | null
}

const FAR = 6
const FOCUS = 'plenum carried'

class Timetable extends HTMLElement {
  #carried: Carried | null = null
  #pressed: { cell: HTMLElement; x: number; y: number } | null = null
  readonly #again = () => this.#equip()

  connectedCallback() {
    this.#equip()
    document.addEventListener('turbo:render', this.#again)
    this.addEventListener('pointerdown', this.#press)
    this.addEventListener('pointermove', this.#drag)
    this.addEventListener('pointerup', this.#release)
    this.addEventListener('pointercancel', () => this.#leave())
    this.addEventListener('dragstart', (event) => event.preventDefault())
    this.addEventListener('keydown', this.#key)
    this.addEventListener('click', this.#click, true)
  }

  disconnectedCallback() {
    document.removeEventListener('turbo:render', this.#again)
  }

  get #words(): Words {
    return JSON.parse(this.dataset.words ?? '{}') as Words
  }

  get #cells(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('td[data-session]')]
  }

  get #columns(): Column[] {
    return [...this.querySelectorAll<HTMLTableCellElement>('thead th[data-day]')].flatMap((head) =>
      Array.from({ length: head.colSpan }, () => ({
        day: head.dataset.day ?? '',
        said: head.dataset.said ?? '',
        room: head.dataset.room ?? '',
        named: head.textContent?.trim() ?? '',
      })),
    )
  }

  /** Gives every session its handle; after a session was moved, the reader is where it went. */
  #equip() {
    for (const cell of this.#cells) {
      const card = cell.querySelector('.held-card')
      if (!card || card.querySelector('.held-handle')) continue
      const handle = document.createElement('button')
      handle.type = 'button'
      handle.className = 'held-handle'
      handle.textContent = '⠿'
      handle.setAttribute('aria-label', `${this.#words.carry}: ${titleOf(cell)}`)
      handle.setAttribute('aria-pressed', 'false')
      card.append(handle)
    }
    const moved = sessionStorage.getItem(FOCUS)
    if (moved === null) return
    sessionStorage.removeItem(FOCUS)
    this.querySelector<HTMLElement>(`[data-session="${moved}"] .held-handle`)?.focus()
  }

  readonly #press = (event: PointerEvent) => {
    const target = event.target as Element
    const cell = target.closest<HTMLElement>('td[data-session]')
    // A finger scrolls the table, unless it takes the handle.
    if (!cell || event.button !== 0) return
    if (event.pointerType !== 'mouse' && !target.closest('.held-handle')) return
    this.#pressed = { cell, x: event.clientX, y: event.clientY }
  }

  readonly #drag = (event: PointerEvent) => {
    const pressed = this.#pressed
    if (pressed && !this.#carried) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < FAR) return
      this.#take(pressed.cell, pressed.y - pressed.cell.getBoundingClientRect().top)
      this.setPointerCapture(event.pointerId)
    }
    if (this.#carried?.grip == null) return
    event.preventDefault()
    const spot = this.#spotAt(event.clientX, event.clientY - this.#carried.grip, event.clientY)
    if (spot) this.#show(spot)
  }

  readonly #release = () => {
    this.#pressed = null
    if (this.#carried?.grip != null) this.#drop()
  }

  /** What was dragged is not also followed as a link. */
  readonly #click = (event: MouseEvent) => {
    const handle = (event.target as Element).closest<HTMLElement>('.held-handle')
    if (handle && event.detail === 0) {
      const cell = handle.closest<HTMLElement>('td[data-session]')
      if (this.#carried) this.#drop()
      else if (cell) this.#take(cell, null)
    }
    if (handle || this.#justDropped) event.preventDefault()
  }

  #justDropped = false

  readonly #key = (event: KeyboardEvent) => {
    const carried = this.#carried
    if (!carried) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return this.#leave()
    }
    const spot = led(event.key, carried.spot, this.#columns, document.dir === 'rtl')
    if (!spot) return
    event.preventDefault()
    this.#show(spot)
  }

  #take(cell: HTMLElement, grip: number | null) {
    const session = standingIn(cell)
    this.#carried = { cell, session, spot: session, grip }
    cell.classList.add('held-carried')
    cell.querySelector('.held-handle')?.setAttribute('aria-pressed', 'true')
    this.#say(this.#words.picked)
  }

  /** Shows where it would be dropped, and says it. */
  #show(to: Spot) {
    const carried = this.#carried
    if (!carried) return
    carried.spot = settled(to)
    const columns = this.#columns
    const place = columns[carried.spot.column]
    if (!place) return
    const said = this.#words.at
      .replace('{day}', place.said)
      .replace('{clock}', clockOf(carried.spot.minutes))
      .replace('{place}', place.named)
    const others = met(carried.session, carried.spot, this.#cells.map(standingIn), columns)
    const meets = others.map(({ title }) => title).join(' · ')
    this.#say(meets === '' ? said : `${said} — ${this.#words.meets} ${meets}`)
    this.#mark(carried.spot)
  }

  #mark({ column, minutes }: Spot) {
    for (const cell of this.querySelectorAll('.held-target')) cell.classList.remove('held-target')
    const row = this.#rows().find(({ from, to }) => from <= minutes && minutes < to)
    const cells = row?.element.querySelectorAll<HTMLElement>('td') ?? []
    for (const cell of cells) {
      if (cell.dataset.column === String(column)) cell.classList.add('held-target')
    }
  }

  #rows() {
    return [...this.querySelectorAll<HTMLElement>('tbody tr')].map((element) => {
      const from = Number(element.dataset.from)
      return { element, from, to: from + Number(element.dataset.minutes) }
    })
  }

  /** The spot below a point: its column from the cell, its time from how far down the row it is. */
  #spotAt(x: number, top: number, y: number): Spot | null {
    const rows = this.#rows()
    const boxes = rows.map((row) => ({ ...row, box: row.element.getBoundingClientRect() }))
    const row = boxes.find(({ box }) => top < box.bottom) ?? boxes.at(-1)
    if (!row) return null
    const below = document
      .elementsFromPoint(x, y)
      .map((one) => one.closest<HTMLElement>('td[data-column]'))
      .find((cell) => cell !== null && this.contains(cell))
    const column = below ? Number(below.dataset.column) : this.#carried?.spot.column
    if (column === undefined) return null
    const share = Math.max(0, (top - row.box.top) / row.box.height)
    return { column, minutes: row.from + share * (row.to - row.from) }
  }

  #drop() {
    const carried = this.#carried
    if (!carried) return
    const { session, spot, cell } = carried
    const place = this.#columns[spot.column]
    const form = this.querySelector<HTMLFormElement>('form[action$="programme.move-session"]')
    if (!place || !form || (spot.column === session.column && spot.minutes === session.minutes)) {
      return this.#leave()
    }
    const { length } = session
    const end = length === null ? '' : clockOf(spot.minutes + length)
    const values: Record<string, string> = {
      session: session.id,
      'to.day': place.day,
      'to.start': clockOf(spot.minutes),
      'to.end': end,
      room: place.room,
      ':seen': cell.dataset.seen ?? '',
      ':key': crypto.randomUUID(),
    }
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    sessionStorage.setItem(FOCUS, session.id)
    this.#end(this.#words.dropped)
    form.requestSubmit()
  }

  #leave() {
    this.#pressed = null
    if (this.#carried) this.#end(this.#words.left)
  }

  #end(said: string) {
    const { cell, grip } = this.#carried ?? {}
    this.#carried = null
    cell?.classList.remove('held-carried')
    cell?.querySelector('.held-handle')?.setAttribute('aria-pressed', 'false')
    for (const marked of this.querySelectorAll('.held-target')) {
      marked.classList.remove('held-target')
    }
    this.#say(said)
    if (grip == null) return
    this.#justDropped = true
    setTimeout(() => {
      this.#justDropped = false
    })
  }

  #say(sentence: string) {
    const said = this.querySelector<HTMLElement>('[data-carrying]')
    if (!said) return
    said.textContent = sentence
    said.className = this.#carried ? 'timetable-says' : 'sr-only'
  }
}

const titleOf = (cell: HTMLElement) => cell.querySelector('a')?.textContent?.trim() ?? ''

function standingIn(cell: HTMLElement): Standing {
  const { session = '', start = '', end = '', column = '0' } = cell.dataset
  return {
    id: session,
    title: titleOf(cell),
    column: Number(column),
    minutes: minutesOf(start),
    length: lengthOf(start, end),
  }
}

customElements.define('programme-timetable', Timetable)
