import { foldName } from './fold-name';

const set = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(foldName),
  );

/** Titles with a person's name after them. */
export const ARABIC_TITLES = set(
  'الرئيس الشيخ وزير الوزير اللواء الدكتور الأمير الملك العميد العقيد النائب السفير القاضي الإمام المهندس الأستاذ السيد',
);

/** Kinds of organization, with the name after them. */
export const ARABIC_ORGANIZATION_HEADS = set(
  'حزب حركة وزارة جامعة منظمة شركة هيئة جبهة كتائب مجلس وكالة صحيفة جمعية مؤسسة بنك تنظيم اتحاد',
);

/** The same when the name follows in quotation marks: `الحركة «...»`. */
export const ARABIC_QUOTE_HEADS: ReadonlySet<string> = new Set([
  ...ARABIC_ORGANIZATION_HEADS,
  ...[...ARABIC_ORGANIZATION_HEADS].map((head) => `ال${head}`),
]);

/** What joins the parts of a person's name: `أحمد بن طولون`. */
export const ARABIC_SON_OF = set('بن ابن بنت');

/** First halves of names of two words: `عبد الله`, `أبو بكر`. */
export const ARABIC_NAME_OPENERS = set('عبد أبو أبي أبا ابو أم ابن آل');

/** Words that no name has in it. */
export const ARABIC_STOP_WORDS = set(`
  في من على إلى الى عن مع أن ان إن أو او ثم قد لقد كان كانت يكون هو هي هم هذا هذه ذلك تلك التي الذي الذين ما لا لم لن بعد قبل
  بين عند حتى منذ خلال حول ضد نحو كل بعض غير أي كما لكن بل إذا اذا حيث حين عندما الذى قال قالت أكد اكد أكدت أعلن اعلن أعلنت
  أضاف اضاف ذكر أشار اشار أوضح اوضح صرح التقى زار بحث شدد رأى يوم أمس اليوم الآن عام سنة شهر له لها فيه فيها منه منها به بها
  عليه عليها إنه إنها أنه أنها وهو وهي الجديد الجديدة السابق الراحل الأول الثاني جديدة جديد كبيرة كبير واحدة
`);
