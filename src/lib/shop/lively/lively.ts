/**
 * What makes the shop's still pages lively. They are sent as finished HTML that works by itself, and a telephone has no
 * framework to load, to parse and to wake over it; this one small script adds what only a script can do. It holds nothing
 * of its own: everything is read from the page, and listened to at its root, so that what is put into the page later is
 * lively too.
 */
import { openCopying } from './copying.ts';
import { refresh } from './fresh.ts';
import { openGallery } from './gallery.ts';
import { openInPlace } from './in-place.ts';
import { openSending } from './sending.ts';
import { openSuggesting } from './suggesting.ts';
import { openWaiting } from './waiting.ts';

openCopying();
openGallery();
openInPlace();
openSending();
openSuggesting();
openWaiting();
refresh();

if ('serviceWorker' in navigator) {
  // After what the page itself needs.
  addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js', { type: 'module' }));
}
