import { differs, ownZone, setRange, type TimeWords, wallAt } from '../../i18n/wall.ts'

/** What the page around tells its times: the words of its language, and the conference's zone. */
export interface ReaderWords extends TimeWords {
  zone: string
  offset: string
  same: string
  differs: string
  group: string
}

const signOf = (offset: string) => (offset === '+00:00' ? 'UTC' : `UTC${offset.replace('-', '−')}`)

/** The moments of `data-at`: a start and, where it is known, an end; or many starts for a remark. */
const momentsOf = (at: string) => at.split(' ').map((moment) => Date.parse(moment))

/** What an element says for a reader; empty where their clock agrees with the conference's. */
export function readerTime(data: DOMStringMap, words: ReaderWords, zone?: string): string {
  const moments = momentsOf(data.at ?? '')
  const [start = Number.NaN, end] = moments
  const other = differs(moments, words.zone, zone)
  const fill = (text: string) => text.replace('{offset}', signOf(wallAt(start, zone).offset))
  if (data.says === 'remark') return fill(other ? words.differs : words.same)
  if (!other) return ''
  if (data.says === 'offset') return fill(words.offset)
  return setRange(
    words,
    wallAt(start, zone),
    end === undefined ? null : wallAt(end, zone),
    data.day ?? '',
  )
}

/**
 * `<reader-time data-at="2021-12-07T10:30Z 2021-12-07T11:00Z" data-day="2021-12-07">`: adds the reader's own time to
 * a page that is the same for everybody. A morph empties it, so it fills itself again before anything is painted.
 */
class ReaderTime extends HTMLElement {
  static observedAttributes = ['data-at']

  #refill = new MutationObserver(() => this.#fill())
  #said: string | null = null

  connectedCallback() {
    this.#refill.observe(this, { childList: true })
    this.#fill()
  }

  disconnectedCallback() {
    this.#refill.disconnect()
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#fill()
  }

  #fill() {
    const around = this.closest<HTMLElement>('[data-reader]')
    if (!around?.dataset.reader) return
    const words = JSON.parse(around.dataset.reader) as ReaderWords
    const said = readerTime(this.dataset, words)
    if (said === this.#said && (said === '' || this.hasChildNodes())) return
    this.#said = said
    this.replaceChildren(said)
    if (this.dataset.says === 'remark' && said !== words.same) this.#offerOwnDays(words)
    this.#refill.takeRecords()
  }

  /** The server groups by the reader's own days, once it is told the zone. */
  #offerOwnDays({ group }: ReaderWords) {
    const link = document.createElement('a')
    const zone = ownZone()
    link.href = `?${new URLSearchParams({ zone, days: 'own' })}`
    link.textContent = group
    this.append(' ', link)
  }
}

customElements.define('reader-time', ReaderTime)
