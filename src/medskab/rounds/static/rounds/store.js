/* IndexedDB in one question: opened, asked, closed, so that another tab may delete a database at any time.
   What is put is on the disk when the promise is kept (durability "strict"). */
const opened = (name, stores) =>
  new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => stores.forEach((one) => asked.result.createObjectStore(one, { keyPath: "id" }));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

/* `work` gets the stores and may answer with a request, whose result comes back. */
export async function within({ name, stores }, mode, work) {
  const db = await opened(name, stores);
  try {
    return await new Promise((done, failed) => {
      const deal = db.transaction(stores, mode, { durability: "strict" });
      const asked = work(...stores.map((one) => deal.objectStore(one)));
      deal.oncomplete = () => done(asked?.result);
      deal.onabort = () => failed(deal.error);
    });
  } finally {
    db.close();
  }
}

export const forgotten = (name) =>
  new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => done();
    asked.onerror = () => failed(asked.error);
  });
