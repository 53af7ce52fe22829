import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { z } from 'zod'
import type { Language } from '../../kernel/language.ts'
import { type Assets, assetsOf } from '../../ui/assets.ts'
import { CannotStart } from '../config/cannot-start.ts'

/** The built client: what a page names, and the files themselves. */
export interface BuiltClient {
  /** The paths of all files. */
  readonly paths: readonly string[]
  assetsFor(language: Language): Assets
  /** A file by its path, `/assets/client-8f3a.css`; null: there is none. */
  file(path: string): Promise<{ type: string; body: Buffer } | null>
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional() }),
)

/**
 * Reads the client that `vite build` left in a folder (`build/client`).
 *
 * @throws CannotStart where there is none.
 */
export function readClient(folder: string): BuiltClient {
  const manifest = readManifest(join(folder, '.vite', 'manifest.json'))
  const files = new Set(
    Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.css ?? [])]),
  )
  const known = new Map<Language, Assets>()
  return {
    paths: [...files].map((file) => `/${file}`),
    assetsFor(language) {
      const assets =
        known.get(language) ?? assetsOf(manifest as Parameters<typeof assetsOf>[0], language)
      known.set(language, assets)
      return assets
    },
    async file(path) {
      const name = normalize(path.slice(1)).split(sep).join('/')
      const type = TYPES[extname(name)]
      // Only what the manifest names is served: no path can lead out of the folder.
      if (!type || !files.has(name)) return null
      return { type, body: await readFile(join(folder, name)) }
    },
  }
}

function readManifest(path: string) {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new CannotStart(
      `The built client is missing (${path}): run «npm start», which builds it.`,
    )
  }
}

/** A client of no files, for tests that look at answers and not at pages. */
export const noClient: BuiltClient = {
  paths: [],
  assetsFor: () => ({ script: '/assets/none.js', style: '/assets/none.css', fonts: [] }),
  file: async () => null,
}
