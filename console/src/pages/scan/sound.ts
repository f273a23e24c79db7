import type { Tone } from '~/parts/Tone';

const HERTZ: Record<Tone, number[]> = {
  good: [880, 1320],
  neutral: [660],
  attention: [660, 660],
  bad: [330, 220],
};
const TONE_SECONDS = 0.09;

/** Two short tones that say the verdict without looking. */
export function sound(tone: Tone) {
  const context = new AudioContext();
  HERTZ[tone].forEach((hertz, position) => {
    const oscillator = context.createOscillator();
    const loudness = context.createGain();
    const start = context.currentTime + position * TONE_SECONDS * 1.2;
    oscillator.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.12, start);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + TONE_SECONDS);
    oscillator.connect(loudness).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + TONE_SECONDS);
    oscillator.onended = () => {
      if (position === HERTZ[tone].length - 1) void context.close();
    };
  });
}
