let context: AudioContext | undefined;

/** A short note for a new message; silent before the visitor has touched the page. */
export function chime(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 880 });
  tone.connect(new GainNode(context, { gain: 0.05 })).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.2);
}
