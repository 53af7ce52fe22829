import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../platform/database/embedded/cluster.ts'

const NGINX = '/usr/sbin/nginx'
const LOOK_EVERY = 25

/** Whether this machine has an nginx. */
export const hasNginx = existsSync(NGINX)

/** An nginx before a server. */
export interface Nginx extends AsyncDisposable {
  readonly port: number
  readonly origin: string
  /** Cuts everybody off, and takes nobody in. */
  stop(): Promise<void>
  /** Starts it again on its port. */
  start(): Promise<void>
}

/** What a host writes who knows nothing of streams: nginx buffers by default. */
const plain = (folder: string, port: number, upstream: number, connections: number) => `
daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
worker_rlimit_nofile ${2 * connections};
events { worker_connections ${connections}; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}`

/**
 * Starts an nginx before a server of this machine, and waits until that answers through it.
 *
 * @param connections of readers and to the server together; nginx itself allows 512.
 */
export async function startNginx(upstream: number, connections = 512): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'plenum-nginx-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await writeFile(join(folder, 'nginx.conf'), plain(folder, port, upstream, connections))
  let running: ChildProcess | undefined

  const answers = () =>
    fetch(`${origin}/healthz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  async function start() {
    running = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' })
    while (!(await answers())) {
      if (running.exitCode !== null) throw new Error(`nginx ended: ${running.exitCode}`)
      await sleep(LOOK_EVERY)
    }
  }
  async function stop() {
    if (!running || running.exitCode !== null) return
    const ended = once(running, 'exit')
    running.kill('SIGTERM')
    await ended
    running = undefined
  }
  await start()
  return {
    port,
    origin,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
