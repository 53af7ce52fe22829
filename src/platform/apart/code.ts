import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** Compiles the WebAssembly of a package, for whoever runs it again and again: it is better compiled the longer it runs. */
export const compileCode = async (specifier: string): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(specifier)))
