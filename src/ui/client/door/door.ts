import type { DoorList } from '../../../kernel/badges/door-list.ts'
import { judge, LETS_THROUGH, lightOf, type Shown } from '../../../kernel/badges/judge.ts'
import { readCode } from '../../../kernel/badges/payload.ts'
import { readShortCode } from '../../../kernel/badges/short-code.ts'
import { codeReader, look } from './camera.ts'
import { type Face, faceIn, type Words } from './face.ts'
import { keepThisPage } from './kept-page.ts'
import { askForList, type Heard, send } from './line.ts'
import { keepDoor, keptDoor, strike, type WrittenScan, writeDown, writtenAt } from './memory.ts'
import { canVerify, isSigned } from './signature.ts'

/*
 * <badge-door>: a phone at a door. It decides by the list that it has, writes every way through down before it says
 * anything, and sends when there is a network: what it wrote is struck out only when the server has answered.
 */

const SYNC_EVERY = 20_000
const AGE_EVERY = 5_000
const SAME_CODE_AGAIN = 4_000
const AT_ONCE = 200
const MINUTE = 60_000

class BadgeDoor extends HTMLElement {
  #face: Face | undefined
  #list: DoorList | null = null
  #key = ''
  #written: WrittenScan[] = []
  #words: Words = {}
  #closed = false
  #cut = false
  #verifies = true
  #syncing = false
  #stopLooking: (() => void) | null = null
  #last = { text: '', at: 0 }
  #timers: number[] = []

  get #conference() {
    return this.dataset.conference ?? ''
  }

  async connectedCallback() {
    if (this.#face) return
    this.#words = JSON.parse(this.dataset.words ?? '{}')
    const face = faceIn(this, this.#words)
    this.#face = face
    face.onCode((typed) => void this.#read(typed))
    face.camera.addEventListener('click', () => void this.#toggleCamera())
    await this.#remember()
    this.#verifies = await canVerify()
    this.#show()
    this.#timers = [
      window.setInterval(() => void this.#sync(), SYNC_EVERY),
      window.setInterval(() => this.#show(), AGE_EVERY),
    ]
    addEventListener('online', this.#online)
    await this.#sync()
    // While there is a network, so that it is there when there is none.
    void codeReader()
      .then(keepThisPage)
      .catch(() => undefined)
  }

  disconnectedCallback() {
    for (const timer of this.#timers) clearInterval(timer)
    removeEventListener('online', this.#online)
    this.#stopLooking?.()
    this.#stopLooking = null
    this.#face = undefined
  }

  #online = () => void this.#sync()

  /** Takes the secret out of the link, and all that was known when this phone was last at a door. */
  async #remember() {
    const given = location.hash.slice(1)
    const kept = await keptDoor(this.#conference)
    this.#key = /^[0-9a-f]{40,100}$/.test(given) ? given : (kept?.key ?? '')
    this.#list = kept && kept.key === this.#key ? kept.list : null
    if (given !== '') history.replaceState(history.state, '', location.pathname + location.search)
    if (this.#key !== '') await this.#keep()
    this.#written = await writtenAt(this.#conference)
  }

  #keep = () => keepDoor({ conference: this.#conference, key: this.#key, list: this.#list })

  async #toggleCamera() {
    const face = this.#face
    if (!face) return
    if (this.#stopLooking) {
      this.#stopLooking()
      this.#stopLooking = null
    } else {
      try {
        this.#stopLooking = await look(face.video, (text) => void this.#see(text))
      } catch {
        face.remark(this.#words['no-camera'] ?? '')
      }
    }
    const isOn = this.#stopLooking !== null
    face.video.hidden = !isOn
    face.camera.textContent = this.#words[isOn ? 'camera-off' : 'camera'] ?? ''
  }

  /** A camera sees the same badge many times while somebody holds it. */
  async #see(text: string) {
    const now = Date.now()
    if (text === this.#last.text && now - this.#last.at < SAME_CODE_AGAIN) {
      this.#last.at = now
      return
    }
    this.#last = { text, at: now }
    await this.#read(text)
  }

  /** A code that was typed, or that a camera or a hand-held reader read. */
  async #read(text: string) {
    const list = this.#list
    this.#face?.blank()
    if (!list) return this.#face?.remark(this.#words['no-list'] ?? '')
    const read = readCode(text)
    const code = read ? null : readShortCode(text)
    if (!read && code === null) return this.#face?.remark(this.#words.mistyped ?? '')
    const shown: Shown = read
      ? {
          by: 'camera',
          payload: read.payload,
          isSigned: this.#verifies
            ? await isSigned(read, list.keys)
            : list.badges.some(({ id }) => id === read.payload.id),
        }
      : { by: 'hand', code: code ?? '' }
    await this.#decide(shown, list)
  }

  async #decide(shown: Shown, list: DoorList) {
    const at = Date.now()
    const direction = this.#face?.direction() ?? 'in'
    const inside = this.#inside(list)
    const verdict = judge(shown, {
      ...{ list, direction, now: Math.floor(at / 1000) },
      isInside: (badge) => inside.has(badge),
    })
    const { outcome, badge } = verdict
    const scan = {
      id: crypto.randomUUID(),
      conference: this.#conference,
      badge,
      at,
      direction,
      outcome,
    }
    await writeDown(scan)
    this.#written.push(scan)
    const known = list.badges.find(({ id }) => id === badge)
    this.#face?.result(verdict, known?.code ?? (shown.by === 'hand' ? shown.code : ''))
    navigator.vibrate?.(lightOf(outcome) === 'green' ? 60 : [120, 80, 120])
    this.#show()
    void this.#sync()
  }

  /** Who is inside: as the list says, and what was written down here since. */
  #inside({ inside }: DoorList): Set<string> {
    const here = new Set(inside)
    for (const { badge, direction, outcome } of this.#written) {
      if (badge === null || !LETS_THROUGH.includes(outcome)) continue
      if (direction === 'in') here.add(badge)
      else here.delete(badge)
    }
    return here
  }

  async #sync() {
    if (this.#syncing || this.#key === '') return
    this.#syncing = true
    try {
      const door = {
        conference: this.#conference,
        language: this.dataset.language ?? 'en',
        key: this.#key,
      }
      // After a day without a network there is more than one letter takes.
      for (;;) {
        const some = this.#written.slice(0, AT_ONCE)
        await this.#hear(await (some.length > 0 ? send(door, some) : askForList(door)), some)
        if (some.length < AT_ONCE || this.#cut || this.#closed) break
      }
    } finally {
      this.#syncing = false
      this.#show()
    }
  }

  async #hear(heard: Heard, sent: readonly WrittenScan[]) {
    this.#cut = heard === 'nothing'
    this.#closed = heard === 'closed'
    if (heard === 'nothing' || heard === 'closed') return
    this.#list = heard.list
    await this.#keep()
    const ids = sent.map(({ id }) => id)
    await strike(ids)
    this.#written = this.#written.filter(({ id }) => !ids.includes(id))
  }

  #show() {
    const face = this.#face
    if (!face) return
    const word = (name: string) => this.#words[name] ?? ''
    if (this.#key === '') return face.remark(word('no-key'))
    if (this.#closed) face.remark(word('closed'))
    const list = this.#list
    if (list) {
      face.place(list.door, list.zone.name)
      face.age(list.said, Math.max(0, Math.floor((Date.now() - Date.parse(list.asOf)) / MINUTE)))
    }
    face.state([
      ...(this.#cut ? [word('offline')] : []),
      ...(this.#verifies ? [] : [word('unsigned')]),
      word('waiting').replace('{count}', `${this.#written.length}`),
      ...(list ? [word('inside').replace('{count}', `${this.#inside(list).size}`)] : []),
    ])
  }
}

customElements.define('badge-door', BadgeDoor)
