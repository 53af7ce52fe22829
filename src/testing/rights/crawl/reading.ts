import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'
import { extractText } from 'unpdf'
import type { OpenSite } from '../../web/site.ts'
import type { Canary } from '../stage/stage.ts'

/** What somebody was given at an address. */
export interface Given {
  status: number
  cache: string
  /** Seconds until one may ask again. */
  wait: number
  /** Of what it tells that is not for everybody. */
  tells: readonly string[]
}

/** All texts in an archive, one after the other. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const files = await new ZipReader(new BlobReader(new Blob([bytes]))).getEntries()
  const texts = files.map((file) =>
    file.directory ? '' : file.getData(new TextWriter()).catch(() => ''),
  )
  return (await Promise.all(texts)).join('\n')
}

/** Whatever can be read in a body, of whatever kind it is. */
async function textOf(type: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.length === 0) return ''
  if (type.startsWith('application/pdf')) {
    const raw = Buffer.from(bytes).toString('latin1')
    // What people send on this stage is too small to have a text, or a table of its objects.
    if (!raw.includes('startxref')) return raw
    const { text } = await extractText(bytes, { mergePages: true }).catch(() => ({ text: '' }))
    return `${raw}\n${text.replace(/\s+/g, '')}`
  }
  if (/zip|spreadsheetml/.test(type)) return unpacked(bytes)
  return /image\/(?:png|jpeg)/.test(type) ? '' : Buffer.from(bytes).toString()
}

/** Asks for an address as somebody, and looks for canaries in the answer. */
export async function readAs(
  site: OpenSite,
  path: string,
  name: string,
  canaries: readonly Canary[],
): Promise<Given> {
  const answer = await site.get(
    path,
    name === 'anonymous' ? {} : { Authorization: `Bearer ${name}` },
  )
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = await textOf(answer.headers.get('content-type') ?? '', bytes)
  const headers = [...answer.headers].map(([key, value]) => `${key}: ${value}`).join('\n')
  return {
    status: answer.status,
    cache: answer.headers.get('cache-control') ?? '',
    wait: Number(answer.headers.get('retry-after') ?? 0),
    tells: canaries
      .filter(({ pattern }) => pattern.test(text) || pattern.test(headers))
      .map(({ of }) => of),
  }
}
