import { remembered } from './remembered';

export const desktopAlerts = remembered<'on' | 'off'>('alerts', 'off', ['on', 'off']);
export const sound = remembered<'on' | 'off'>('sound', 'off', ['on', 'off']);

/** Asks the browser, which asks the agent. */
export async function allowAlerts(): Promise<void> {
  desktopAlerts.value = (await Notification.requestPermission()) === 'granted' ? 'on' : 'off';
}

/** Says that something waits: by the desktop while the page is not looked at, by a tone where that is wished. */
export function alert(title: string, body: string, tag: string, open: (id: string) => unknown): void {
  if (sound.value === 'on') chime();
  if (desktopAlerts.value !== 'on' || !document.hidden || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { body, tag });
  shown.onclick = () => {
    focus();
    open(tag);
    shown.close();
  };
}

function chime(): void {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.08, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.35);
  tone.frequency.value = 660;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.35);
  tone.onended = () => void context.close();
}
