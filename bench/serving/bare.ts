import { createServer, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/*
 * A bare `node:http` server that gives to everybody the very bytes and headers which the address on its command line
 * answered once: no server in Node can do less.
 */
const OWN = new Set(['date', 'connection', 'keep-alive'])

const [address = ''] = process.argv.slice(2)
const headers = { 'Accept-Encoding': 'gzip' }
const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  get(address, { headers }, resolve).on('error', reject)
})
const body = await buffer(answer)
const { rawHeaders } = answer
const written = rawHeaders.filter((_, at) => {
  const name = rawHeaders[at - (at % 2)] ?? ''
  return !OWN.has(name.toLowerCase())
})

const server = createServer((_, response) => {
  response.writeHead(200, written)
  response.end(body)
})
// As ours: Node writes it into a header.
server.keepAliveTimeout = 65_000
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  console.log(`Bare at ${typeof place === 'object' ? place?.port : ''}`)
})
