import type { Line } from '../lines.ts'
import { inEveryLanguage } from '../vocabulary/all.ts'
import { anyOf } from '../vocabulary/phrases.ts'
import { LABELS, type Label } from '../vocabulary/vocabulary.ts'

/** A line that gives a particular under its label. */
export interface Labelled {
  label: Label
  /** Empty where the value stands on the next lines. */
  value: string
  colon: boolean
}

const LEAD = '^[\\s\\p{Pd}*•·▪●■○□◦※]*'
const PATTERNS = LABELS.map((label) => ({
  label,
  pattern: new RegExp(
    `${LEAD}(${anyOf(inEveryLanguage((words) => words.labels[label]))})(?:\\s?\\*{1,3}|\\s?\\([^)]{0,40}\\))?(\\s*[:=]\\s*|\\s+-\\s+|\\s+|$)`,
    'u',
  ),
}))

/** What a line says under which label; of several labels the longest. */
export function labelIn(text: string, folded: string): Labelled | null {
  let best: (Labelled & { length: number }) | null = null
  for (const { label, pattern } of PATTERNS) {
    const found = pattern.exec(folded)
    if (!found || (best && best.length >= (found[1] as string).length)) continue
    const value = text.slice(found[0].length).trim()
    const colon = /[:=]|-/.test(found[2] as string)
    best = { label, value, colon, length: (found[1] as string).length }
  }
  if (!best) return null
  const { label, value, colon } = best
  return { label, value, colon }
}

/** «Questions / transversales»: a label that a narrow column broke over two lines. */
export function brokenLabel(line: Line, next: Line | undefined): Label | null {
  if (!next || line.text.length > 30 || next.text.length > 30) return null
  if (labelIn(line.text, line.folded)?.value === '') return null
  const joined = labelIn(`${line.text} ${next.text}`, `${line.folded} ${next.folded}`)
  return joined && joined.value === '' ? joined.label : null
}

const CONJUNCTION = /^(?:et|and|y|и|و|및|和|以及)\s+/u
const SEPARATORS = /\s*[;；؛]\s*|\s*、\s*|\n/u

/** The members of a list: by semicolons where there are any, else by commas. */
export function listed(text: string): string[] {
  const parts = SEPARATORS.test(text) ? text.split(SEPARATORS) : text.split(/\s*[,،，]\s*/u)
  return parts
    .map((part) =>
      part
        .trim()
        .replace(CONJUNCTION, '')
        .replace(/[.。]$/, ''),
    )
    .filter((part) => part !== '')
}

const ARTICLES = /^(?:(?:le|la|les|the|el|los|las|l')\s*)?/iu
const firstNoun = (text: string) =>
  /[\p{L}]+/u.exec(text.replace(ARTICLES, ''))?.[0].toLowerCase() ?? ''

/**
 * «Le Ministère des affaires étrangères et le Ministère de la défense nationale»: two hosts, because both parts
 * begin with the same noun. Any other «and» belongs to a name.
 */
export function hostsIn(text: string): string[] {
  if (SEPARATORS.test(text)) return listed(text)
  const hosts: string[] = []
  let rest = text
  for (const { 0: joint, index } of text.matchAll(
    /\s+(?:et|and|y|и)\s+|\s+و(?=\p{L})|\s*(?:和|및|与)\s*/gu,
  )) {
    const before = text.slice(text.length - rest.length, index)
    const after = text.slice(index + joint.length)
    if (firstNoun(before) !== '' && firstNoun(before) === firstNoun(after)) {
      hosts.push(before.trim())
      rest = after
    }
  }
  return [...hosts, rest.trim()].filter((host) => host !== '')
}

const LAST_JOINT = /\s+(?:et|and|y|и)\s+(?=(?:la|le|les|the|el|los|las)\s+\p{Lu})|\s+و(?=ال)/u

/** Parties in a row, the last two joined by a word; what follows a full stop or an asterisk is a footnote. */
export function partiesIn(text: string): string[] {
  const [row = text] = text.split(/(?<=[^\s.]{3})[.。](?:\s|$)|\s\*\s/u)
  const parties = listed(row)
  const last = parties.pop() ?? ''
  return [...parties, ...last.split(LAST_JOINT)]
}
