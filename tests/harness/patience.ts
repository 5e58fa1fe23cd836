/** A boot of Strapi takes one to three seconds, but ten times that on two cores that others use, too. */
jest.setTimeout(300_000);
