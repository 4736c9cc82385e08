/**
 * Keeps two set-ups from making the same thing at once. The lock is a listening socket that has no file (Linux's
 * abstract names, Windows' pipes): the system takes it away with the process, however that ends, so there is no stale
 * lock to clean up, and whoever waits is told by the connection's end instead of asking again and again.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';

/**
 * @template T
 * @param {string} folder what is locked
 * @param {() => void} onWait called when another process has the lock
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(folder, onWait, action) {
  fs.mkdirSync(folder, { recursive: true });
  const address = lockAddress(folder);
  const server = await acquire(address, onWait);
  try {
    return await action();
  } finally {
    server.closeWaiting();
  }
}

/**
 * @param {string} folder
 * @returns {string}
 */
function lockAddress(folder) {
  // The system's own answer: on Windows it has one spelling for a folder, whatever the case and the short names given.
  const name = createHash('sha256').update(fs.realpathSync.native(folder)).digest('hex').slice(0, 32);
  return process.platform === 'win32' ? `\\\\.\\pipe\\olkconform-${name}` : `\0olkconform-${name}`;
}

/**
 * @param {string} address
 * @param {() => void} onWait
 * @returns {Promise<{ closeWaiting: () => void }>}
 */
async function acquire(address, onWait) {
  let waited = false;
  for (;;) {
    const held = await listen(address);
    if (held !== undefined) {
      return held;
    }
    if (!waited) {
      onWait();
      waited = true;
    }
    await endOfHolder(address);
  }
}

/**
 * @param {string} address
 * @returns {Promise<{ closeWaiting: () => void } | undefined>} undefined when another process listens there
 */
function listen(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<net.Socket>} */
    const waiting = new Set();
    const server = net.createServer((socket) => {
      waiting.add(socket);
      // An error is followed by the close.
      socket.on('error', () => {});
      socket.on('close', () => void waiting.delete(socket));
    });
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || (process.platform === 'win32' && error.code === 'EACCES')) {
        resolve(undefined);
      } else {
        reject(error);
      }
    });
    server.listen(address, () => {
      resolve({
        closeWaiting: () => {
          server.close();
          for (const socket of waiting) {
            socket.destroy();
          }
        },
      });
    });
  });
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
function endOfHolder(address) {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    // A refused connection says the same as an ended one: the holder is gone.
    socket.on('error', () => {});
    socket.once('close', () => resolve());
    socket.resume();
  });
}
