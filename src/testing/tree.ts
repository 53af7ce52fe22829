import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** One file of the tree, and what it imports. */
export interface SourceFile {
  /** From the project's root, with slashes: `src/features/parties/model.ts`. */
  path: string
  text: string
  lines: number
  imports: readonly Import[]
}

export interface Import {
  /** `src/kernel/time.ts` for a file of ours, `hono/jsx` for a package, `node:fs`. */
  target: string
  ours: boolean
  typeOnly: boolean
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^'\n]+)'|import\('([^'\n]+)'\)/g

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = (match[2] ?? match[3]) as string
    const ours = name.startsWith('.')
    const target = ours ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name
    return { target, ours, typeOnly: match[1] !== undefined }
  })
}

const everyFileBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

/** Every file below a folder of the project whose name ends in one of the endings. */
export const filesBelow = (folder: string, ...endings: string[]): SourceFile[] =>
  everyFileBelow(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return {
        path,
        text,
        lines: text.trimEnd().split('\n').length,
        imports: importsOf(path, text),
      }
    })

/** The same text without its comments, so that a word in a comment breaks no rule. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || /\.spec\.ts$/.test(path)
