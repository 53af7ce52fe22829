#!/usr/bin/env node
import { build } from './build.mjs'
import { develop } from './develop.mjs'
import { install } from './install.mjs'
import { Obstacle } from './progress.mjs'
import { HEAP_OF_A_MILLION, HEAP_OF_BATCHES, runUnderOurNode } from './runtime.mjs'
import { test } from './test.mjs'

/**
 * The entry of every npm script: it installs and builds what is missing, then hands over to the Node that Plenum
 * brings. It runs under any Node from 20.19 on, before anything is installed, so it imports nothing but Node itself.
 */
const VERBS = {
  start: async () => {
    await build()
    // Whoever has set no public address tries it: the server then shows how a session runs.
    process.env.PLENUM_DEMONSTRATION ??= '1'
    return runUnderOurNode('build/server/main.js')
  },
  plenum: async (args) => {
    await build()
    const inBatches = args[0] === 'data' && args[1] === 'import'
    return runUnderOurNode('build/server/cli.js', args, inBatches ? HEAP_OF_BATCHES : undefined)
  },
  bench: async (args) => {
    await build()
    return runUnderOurNode(
      'bench/run.ts',
      args,
      args.includes('growth') ? HEAP_OF_A_MILLION : undefined,
    )
  },
  dev: develop,
  test,
}

const [verb = 'start', ...args] = process.argv.slice(2)

try {
  if (!Object.hasOwn(VERBS, verb)) {
    throw new Obstacle(`«${verb}» is none of ${Object.keys(VERBS).join(', ')}.`)
  }
  await install()
  process.exitCode = await VERBS[verb](args)
} catch (error) {
  console.error(error instanceof Obstacle ? error.message : error)
  process.exitCode = 1
}
