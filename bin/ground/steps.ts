/** Shows what is being done and for how long: a line that moves in a terminal, plain lines elsewhere. */
interface Step {
  /** What it is at. */
  note(text: string): void;
  done(text: string): void;
}

export interface Steps {
  begin(name: string): Step;
  /** A line of its own, above what moves. */
  say(line: string): void;
  end(): void;
}

const wheel = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const width = 18;

export function openSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  const began = performance.now();
  const open = new Map<string, { at: number; note: string; told: number }>();
  const moves = out.isTTY === true;
  const clear = moves ? '\r\x1b[2K' : '';
  const say = (line: string): void => {
    out.write(`${clear}${line}\n`);
  };
  const timer = setInterval(() => (moves ? turn() : tell()), moves ? 120 : 1000);
  timer.unref();

  function turn(): void {
    if (open.size === 0) return;
    const sign = wheel[Math.floor((performance.now() - began) / 120) % wheel.length];
    const parts = [...open].map(([name, { at, note }]) => `${name} ${since(at)}${note && `, ${note}`}`);
    out.write(`${clear}${` ${sign} ${parts.join(' · ')}`.slice(0, (out.columns || 80) - 1)}`);
  }

  /** Every ten seconds, for a log. */
  function tell(): void {
    for (const [name, step] of open) {
      if (performance.now() - step.told < 10_000) continue;
      step.told = performance.now();
      say(` … ${name.padEnd(width)} ${[step.note, since(step.at)].filter(Boolean).join(', ')}`);
    }
  }

  return {
    begin: (name) => {
      const step = { at: performance.now(), note: '', told: performance.now() };
      open.set(name, step);
      return {
        note: (text) => {
          step.note = text;
        },
        done: (text) => {
          open.delete(name);
          say(` ✓ ${name.padEnd(width)} ${text.padEnd(44)} ${since(step.at).padStart(8)}`);
        },
      };
    },
    say,
    end: () => {
      clearInterval(timer);
      if (moves) out.write(clear);
    },
  };
}

export function since(at: number): string {
  const seconds = (performance.now() - at) / 1000;
  return seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
