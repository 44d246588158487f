// Turns the npm package hanzi-writer-data into one stroke file (docs/stroke-files.md): the middle
// line of every stroke of every character. usage: node templates.mjs FOLDER > strokes.txt
import { readdirSync, readFileSync } from 'node:fs';

const folder = process.argv[2];
const names = readdirSync(folder).filter((name) => /^.\.json$/u.test(name)).sort();
for (const name of names) {
  const { medians } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const words = [name.slice(0, -'.json'.length), medians.length];
  for (const stroke of medians) {
    words.push(stroke.length);
    for (const [x, y] of stroke) words.push(x, 900 - y); // the package counts y upwards
  }
  console.log(words.join(' '));
}
