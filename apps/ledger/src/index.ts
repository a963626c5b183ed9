export * from './client.js';
export * from './demo/play-demo.js';
export * from './explain/ask-receipt.js';
export * from './explain/receipt-text.js';
export * from './import/read-file.js';
export * from './import/send-rows.js';
export * from './settings.js';
export * from './start-ledger.js';
