/** A boot of Strapi takes one to three seconds, more where two run at once. */
jest.setTimeout(120_000);
