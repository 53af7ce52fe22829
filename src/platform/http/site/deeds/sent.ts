import { Refusal } from '../../../../kernel/refusal.ts'
import type { Field } from '../../../form/tree.ts'
import { bytesOf } from './body.ts'

/** What a form sends beside its fields, in names that begin with a colon. */
export interface About {
  /** The page on which the form stands, with its query and without its language. */
  page: string
  /** Which of several forms of the same deed. */
  of: string
  /** Where the reader goes when it is done. */
  next: string | null
  key: string | null
  seen: string | null
  /** What its page shows once, in the very answer, when it is done. */
  show: string | null
}

/** A form as it arrived. */
export interface Sent {
  about: About
  fields: readonly Field[]
  files: readonly { name: string; file: File }[]
}

/** The largest form, files and all. */
export const LARGEST_FORM = 12 * 2 ** 20
const MOST_FIELDS = 20_000
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i
/** An address of ours, without its language: nobody is led to another site. */
const ADDRESS = /^\/(?![/\\])[^\s\\]*$/

/**
 * Reads a form, whole and no longer than it may be.
 *
 * @throws Refusal 400 where it is no form, 413 where it is too large.
 */
export async function sentBy(request: Request): Promise<Sent> {
  const type = request.headers.get('content-type') ?? ''
  if (!FORM.test(type)) throw new Refusal('platform.not-a-form', 400)
  const bytes = await bytesOf(request, LARGEST_FORM, 'platform.form-too-large')
  const all = await asForm(bytes, type)
  if (all.length > MOST_FIELDS) throw new Refusal('platform.form-too-large', 413)
  const said = new Map(
    all.flatMap(([name, value]) =>
      name.startsWith(':') && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
  const input = all.filter(([name]) => !name.startsWith(':'))
  return {
    about: aboutOf(said),
    fields: input.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])),
    files: input.flatMap(([name, value]) =>
      typeof value === 'string' || (value.size === 0 && value.name === '')
        ? []
        : [{ name, file: value }],
    ),
  }
}

async function asForm(bytes: Buffer<ArrayBuffer>, type: string) {
  try {
    return [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
  } catch {
    throw new Refusal('platform.not-a-form', 400)
  }
}

function aboutOf(said: ReadonlyMap<string, string>): About {
  const page = said.get(':page') ?? '/'
  const next = said.get(':then')
  return {
    page: ADDRESS.test(page) ? page : '/',
    of: said.get(':of') ?? '',
    next: next !== undefined && ADDRESS.test(next) ? next : null,
    key: said.get(':key') ?? null,
    seen: said.get(':seen') ?? null,
    show: said.get(':show') ?? null,
  }
}

/** Where a form leads when it is done: names in braces are filled from the answer. */
export const filled = (address: string, answer: Readonly<Record<string, unknown>>): string =>
  address.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(answer[name] ?? '')))
