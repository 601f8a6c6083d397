/**
 * Runs commands of Heroku's command line, one after the other, in one process: to start it takes longer than most
 * commands do. Started with the folder of its package; gets `{id, args}` and sends `{exitCode, output}` back.
 */
const { createRequire } = require('node:module');
const net = require('node:net');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [folder] = process.argv.slice(2);

/** Nothing that a command does leaves this machine. */
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = options.host ?? 'localhost';
  if (options.path !== undefined || ['127.0.0.1', 'localhost'].includes(host)) {
    return connect.apply(this, args);
  }
  process.nextTick(() => this.destroy(new Error(`No way to ${host}`)));
  return this;
};

let output = '';
let finish = () => undefined;

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, encoding, done) => {
    output += chunk;
    const callback = typeof encoding === 'function' ? encoding : done;
    callback?.();
    return true;
  };
}

class Exit extends Error {
  constructor(code) {
    super(`exit ${code}`);
    this.exitCode = code ?? 0;
  }
}

process.exit = (code) => {
  throw new Exit(code);
};
process.on('uncaughtException', (error) => finish(error));
process.on('unhandledRejection', (error) => finish(error));

async function main() {
  const ofProgram = createRequire(path.join(folder, 'package.json'));
  const oclif = await import(pathToFileURL(ofProgram.resolve('@oclif/core')));
  const config = await oclif.Config.load({ root: folder });
  process.on('message', async ({ id, args }) => {
    output = '';
    const ended = new Promise((resolve) => (finish = resolve));
    const run = config.runCommand(id, args).then(() => undefined);
    const error = await Promise.race([ended, run.catch((reason) => reason)]);
    process.send(outcome(error));
  });
  process.send('ready');
}

function outcome(error) {
  if (error === undefined) return { exitCode: 0, output };
  const exitCode = error.exitCode ?? error.oclif?.exit ?? 1;
  return { exitCode, output: `${output}\n${error.message ?? error}` };
}

void main();
