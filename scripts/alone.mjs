// One process at a time does a piece of work in this folder; the others wait for it.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Does the work while no other process does, by a file that holds the id of the one that works. */
export function alone(file, work) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  const letGo = () => rmSync(file, { force: true });
  try {
    take(file, own);
  } finally {
    rmSync(own, { force: true });
  }
  // Also where the work ends the process.
  process.once('exit', letGo);
  try {
    work();
  } finally {
    process.removeListener('exit', letGo);
    letGo();
  }
}

function take(file, own) {
  for (let waits = 0; ; waits++) {
    try {
      // Made whole or not at all: nobody sees the file without the id.
      linkSync(own, file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder !== undefined && !isRunning(holder)) remove(file, holder);
    else {
      if (waits === 0) console.error('Another start is installing or building: waiting for it…');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes away what an interrupted process left, unless another has taken its place in the meantime. */
function remove(file, holder) {
  const aside = `${file}.left-by-${holder}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) === holder) rmSync(aside);
  else renameSync(aside, file);
}
