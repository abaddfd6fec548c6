// What every page brings to life; each behaviour has its own file, and the page works without them.
import './announce.js';
import './countdown.js';
import './dialog.js';
import './filters.js';
import './keys.js';
import './lengths.js';
import './live.js';
import './submit.js';
import './theme.js';
import './toast.js';
import './unread.js';
