//! How words of titles are spelled: those that lose their accents in capitals, and those that keep
//! capitals.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::fold;

/// Abbreviations that have vowels, or capitals of their own.
const ABBREVIATIONS: [&str; 48] = [
    "ADN", "CAP21", "CNI", "CNIP", "CRC", "DLF", "DLR", "EELV", "ENS", "FDG", "FI", "FN", "GRS",
    "HLM", "JO", "LCP", "LCR", "LFI", "LO", "LR", "LREM", "MNR", "MoDem", "MRC", "NFP", "NPA",
    "NUPES", "ONU", "OTAN", "PACE", "PCF", "PLU", "POI", "PRG", "PS", "RER", "RIC", "RN", "RPR",
    "SOS", "UDF", "UDI", "UE", "UMP", "UPR", "USA", "UDR", "VIH",
];

static SPELLED: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let words = WORDS.split_whitespace().chain(ABBREVIATIONS);
    words.map(|word| (fold(word), word)).collect()
});

/// A word as it is in a sentence: « humanité », « France », « UDI », « XXI »; in small letters as it
/// is where nothing is known of it.
pub fn spelled(word: &str) -> String {
    if is_abbreviation(word) || is_roman(word) {
        return word.to_owned();
    }
    // « XXIE SIECLE ».
    if let Some(number) = word.strip_suffix('E').filter(|number| is_roman(number)) {
        return format!("{number}e");
    }
    // A word that has its accents already may be another than the one that is known.
    let known = SPELLED.get(&fold(word)).filter(|known| word.is_ascii() || **known != word);
    match known {
        Some(known) if word.is_ascii() || known.to_lowercase() == word.to_lowercase() => {
            (*known).to_owned()
        }
        _ => word.to_lowercase(),
    }
}

/// Whether nobody can read it as a word, with up to four letters and no vowel, or it is known as none.
pub fn is_abbreviation(word: &str) -> bool {
    if ABBREVIATIONS.contains(&word) {
        return true;
    }
    let letters = word.chars().count();
    let vowel = |letter: char| "AEIOUYŒÆ".contains(&fold(&letter.to_string()).to_uppercase());
    (2..=4).contains(&letters)
        && word.chars().all(char::is_alphabetic)
        && !word.chars().any(|letter| "ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸ".contains(letter) || vowel(letter))
}

fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|letter| "IVX".contains(letter))
}

/// Words of titles of lists, spelled as in a sentence: with the accents that capitals lose, or with capitals.
const WORDS: &str = "\
    accès activité activités âge aîné aînés âme animés année années apaisée après arrêt arrêter \
    arrêtons arrivée associés attachés autorité barrière bâtir bâtisseurs bâtissons bénévole bénévoles \
    bientôt bière ça caractère carrière célèbre château châteaux chêne chênes chère chômage cité cités \
    citoyenneté clé clés cœur cœurs collège communauté concertée congrès connaître continuité côtés \
    côtoyer créateurs créative créativité crédibilité créer créons critère décidément décider décidons \
    déclic décroissance défaut défendons défendre défense défi défis dégagisme déjà délégués démocrate \
    démocrates démocratie démocratique démocratiques département départements dépense dépenses député \
    députée députés dernière derrière désir détermination déterminée déterminées déterminés \
    développement développer développons dévoué dévouement différemment différence différent différente \
    dignité disponibilité diversité durabilité durée échange échanges échelle écocitoyen école écoles \
    écologie écologique écologiques écologiste écologistes économie économique économiques \
    écoresponsable écoute écouter écoutons écrire écrivons éducation efficacité égale également égales \
    égalité égaux élan électeurs élection élections élever élu élue élues élus émancipation \
    émancipatrice énergie énergies énergique engagée engagées engagés enquête entière entraînons éolien \
    éoliennes épanouir épanouissement épargne équilibre équipe équipes équitable équité espérance \
    espéranto étape État éthique étiquette étiquettes étoile étranger étrangers être étudiants Europe \
    européen européenne européennes européens événement évidemment évidence éviter évitons évoluer \
    évoluons évolution excès expérience expérimentée exprès extrême familière fédérateur fédération \
    fédérer fédérons féminisme féministe féministes fête fêtes fidèle fidèles fidélité fière fières \
    forêt forêts français française françaises France fraternité frontière frontières gâcher général \
    générale génération générations générosité gérer gérons goût grâce hébergement héritage héros \
    honnête honnêtes honnêteté hôpital humanité idéal idéaux idée idées identité idéologie île îles \
    impliqués indépendance indépendant indépendante indépendantes indépendants intègre intégrité \
    intérêt intérêts intergénérationnel intergénérationnelle journée laïcité légal léger légitime \
    légitimité liberté lumière lumières lycée maître maîtrise maîtriser manière matière médecin \
    médecins média médias médical médicale même mêmes mémoire menée mère mères mériter méritons méthode \
    métropole ministère mobilité modèle modérés modernité montée motivée motivés musée mystère naître \
    nécessaire nécessité nœud numérique œuvre œuvres opportunité ouvrière ouvrières Palestine paraître \
    parité Parlement partagée particulière passionnément pêche pensée père pérennité pères périurbain \
    planète plutôt possibilité précarité préfet prélude première préparer préparons près présence \
    présent présente présentée préservation préserver préservons présidentiel présidentielle prêt \
    prêtes prêts prévention priorité privilège privilégier probité procès progrès propriété prospère \
    prospérité protégée protégeons protéger proximité publicité qualité rassemblés réagir réagissons \
    réaliser réalisons réaliste réalité récit réconcilier reconnaître reconquête réduire réduisons réel \
    réelle réelles réenchanter référence références référendum réfléchir réflexion réforme réformer \
    réformes région régional régionale régionaliste régionalistes régionaux régions réinventer \
    réinventons relève renouvelé renouvelée renouvelées rentrée réorienter réparer répondre réponse \
    représentative représenter républicain républicaine républicaines républicains République \
    résistance résistons résolument responsabilité réunies réunion réunir réunis réunissons réussir \
    réussissons réussite rêve réveil réveiller réveillons rêver révolution révolutionnaire \
    révolutionnaires rêvons rivière ruralité santé sécuriser sécurité sénat sénateur sensé sérénité \
    sérieuse sérieux siècle siège simplicité sincère sincérité société sœurs solidarité solidarités \
    spécial stabilité succès sûre sûreté télé téléphone témoin tête têtes théâtre tôt tranquillité très \
    trésor Ukraine unité universalité utilité vallée végétal vélo véritable vérité vœux voilà volonté \
    assurément Frexit Asie Afrique Méditerranée \
    ";
