# Les champs comme les formulaires les nomment : la première ligne est le nom, la suivante une aide.

forms-schema = Schéma
    Pour les éditeurs de texte : le fichier qui décrit ces champs.
forms-slug = Nom du fichier
    La fin de l’adresse : minuscules sans accents, chiffres, traits d’union.
forms-title = Titre
forms-alias = Anciennes adresses
    Les adresses que la page avait avant, comme /2017/01/une-place/ : elles mènent à elle.
forms-publish-at = Ne pas publier avant
    Un jour, 2026-06-20, ou un moment, 2026-06-20T08:00.
forms-draft = Brouillon
    Un brouillon ne paraît pas.
forms-video = Vidéo
    Un enregistrement : la page nomme le site où il se trouve, et n’en charge rien.
forms-name = Nom
forms-address = Adresse postale
    Sur une ligne.
forms-phone = Téléphone
forms-article-date = Date de parution
    L’article le plus récent est en tête.
forms-article-date-text = Date à afficher
    Ce qu’on lit à la place de la date, quand le jour n’est pas connu exactement.
forms-article-category = Rubrique
    Quelques mots au-dessus du titre ; les articles d’une même rubrique ont leur liste.
forms-article-summary = Résumé
    Ce que montrent les listes. Sans lui, il faut une ligne `<!--more-->` dans le texte.
forms-article-image = Image en tête
    Les listes la montrent aussi.
forms-article-author = Auteur
    Une ligne sous le titre.
forms-article-updated = Dernier changement
    Le jour du dernier changement de ce que dit l’article.
forms-article-practical = Information pratique
    Elle peut paraître pendant la période de réserve.
forms-article-signature = Signature
forms-event-subtitle = Sous-titre
    Une ligne sous le titre.
forms-event-summary = Résumé
    Le rendez-vous en une phrase.
forms-event-start = Début
    Un jour, 2026-06-20, ou un jour avec une heure, 2026-06-20T14:00.
forms-event-end = Fin
    De la même façon ; un autre jour, si cela dure plusieurs jours.
forms-event-repeat = Répétition
    FREQ=WEEKLY (chaque semaine), FREQ=MONTHLY;BYDAY=1SA (le premier samedi du mois), suivie au besoin de ;UNTIL=20261231.
forms-event-except = Sauf ces jours
    Les jours où, finalement, cela n’a pas lieu.
forms-event-cancelled = Annulé
    C’est dit partout où le rendez-vous est montré.
forms-event-postponed = Reporté
    À un jour qui n’est pas encore connu.
forms-event-place = Lieu
forms-event-online = Adresse à distance
    L’adresse où l’on participe à distance.
forms-event-sessions = Parties
    Tables rondes, exposés.
forms-event-speakers = Intervenants
    Qui l’on viendra écouter.
forms-event-updated = Dernier changement
    À écrire dès que la date, l’heure, le lieu ou l’état change : les agendas s’y fient.
forms-session-hosts = Qui anime
forms-session-speakers = Qui parle
forms-page-summary = Résumé
    La page en une phrase.
forms-page-parent = Page au-dessus
    Le nom de son fichier, sans ce qui suit le point.
forms-page-order = Rang
    Parmi les pages qui ont la même au-dessus : 1, 2…
forms-person-role = Qualité
    Ce que fait cette personne : « architecte », « au nom de l’association ».
forms-picture-src = Fichier
    Une image du dossier media/.
forms-picture-alt = Ce qu’on y voit
    Pour qui ne la voit pas.
forms-picture-caption = Légende
forms-video-address = Adresse
    L’adresse où l’on peut la voir.
forms-video-still = Image tirée du film
    Un fichier du dossier media/.
forms-video-date = Date
forms-video-duration = Durée
    « 1 h 52 »
forms-link-label = Ce qu’on lit
forms-link-to = Où cela mène
    Un chemin du site, /evenements/, ou une adresse, https://…
forms-account-to = Adresse
    https://…
forms-site-name = Nom du site
    Le nom complet, titre de l’accueil.
forms-site-short-name = Nom court
    Pour l’en-tête et les titres.
forms-site-description = Description
    Le site en une phrase.
forms-site-language = Langue
forms-site-base = Adresse du site
    L’adresse de l’hôte, sans dossier derrière : https://www.example.org
forms-site-accent = Couleur
    Assez foncée pour se lire sur du blanc.
forms-site-icon = Icône de l’onglet
    Un dessin en SVG, carré de préférence.
forms-site-logo = Logo
    Une image devant le nom, en haut de chaque page.
forms-site-publisher = Qui publie
    Au pied des pages et dans le flux.
forms-site-contact = Adresse électronique
forms-site-director = Qui dirige la publication
forms-site-host = Hébergeur
    Qui héberge le site.
forms-site-accounts = Comptes ailleurs
    Des liens au pied des pages ; rien n’en est chargé.
forms-site-navigation = Menu
forms-site-footer = Liens en bas de page
forms-site-featured = Résultat de l’accueil
    Sans lui, c’est le plus récent.
forms-site-reserve = Périodes de réserve
    Les périodes où rien de nouveau ne paraît.
forms-site-time-zone = Fuseau horaire
    Europe/Paris, sauf s’il y en a un autre : Indian/Reunion
forms-featured-election = Élection ou vote
    Le nom d’un fichier de results/, sans ce qui suit le point.
forms-featured-round = Tour
    Sans lui, c’est le dernier.
forms-reserve-from = Début
    Un jour, 2026-03-14, ou un moment, 2026-03-14T00:00.
forms-reserve-until = Fin
    De la même façon.
forms-election-territory = Où l’on vote
    Une commune, « Quartier du port », « Conseil d’administration », « L’association ».
forms-election-introduction = Introduction
    Pour quoi l’on vote, en une phrase.
forms-election-kind = Sorte d’élection
    Les pages disent ce qui a changé depuis la précédente de même sorte.
forms-election-stands = Qui se présente
    Quand les chiffres ne le disent pas.
forms-election-contest = Scrutin
forms-election-question = Question
    Ce qui est demandé ou mis aux voix, mot pour mot : pour une question ou une proposition.
forms-election-majority = Majorité nécessaire
    Pour qu’une proposition soit adoptée, ou une personne élue si elle est écrite.
forms-election-majority-of = Majorité des…
    Sans ce champ, des exprimés.
forms-election-proposal = Ce qui est mis aux voix
    De quoi l’on dit « Pour » et « Contre ».
forms-election-code = Code du territoire
    Quand ses chiffres sont dans un tableau : 78172
forms-election-within = Département des tableaux
    Son code, ou FR : chaque territoire des tableaux a alors sa page.
forms-election-decided-in = Où cela se décide
    La majorité ne se montre que là.
forms-election-rounds = Tours
    Dans l’ordre.
forms-election-contours = Contours des cartes
    Des noms de fichiers de contours/, sans ce qui suit le point.
forms-election-compared = À qui comparer qui
    De la précédente élection de même sorte, quand ni les noms ni les nuances ne le disent.
forms-election-other-territories = Autres territoires
    Leurs chiffres, chacun avec sa page.
forms-election-publishable-from = Ne pas publier avant
    Le moment avant lequel rien n’en paraît : 2026-04-12T20:00
forms-round-round = Numéro du tour
forms-round-date = Jour du vote
forms-round-stations-counted = Bureaux dépouillés
    Quand il en manque : les chiffres sont dits provisoires.
forms-round-registered = Inscrits
forms-round-abstentions = Abstentions
forms-round-voters = Votants
forms-round-blank = Blancs
forms-round-null = Nuls
forms-round-blank-and-null = Blancs et nuls
    S’ils n’ont été publiés qu’ensemble.
forms-round-valid = Exprimés
forms-round-candidates = Candidats
    Sans chiffres, le nom seul ; rien, si les chiffres sont dans un tableau.
forms-round-seats = Sièges à pourvoir
forms-round-seat-rule = Règle des sièges
    Si les sièges n’ont pas été publiés.
forms-round-names-per-ballot = Noms par bulletin
    Si c’est plus d’un.
forms-round-voting = Manière de voter
forms-round-decision = Décision
    Ce que la source dit d’une proposition, quand les voix ne le disent pas.
forms-round-share-base = Pourcentages des…
    Sans ce champ, des exprimés.
forms-round-source = Source
    D’où viennent les chiffres.
forms-round-note = Note
    Ce qu’il faut savoir pour bien les lire.
forms-candidate-name = Nom
    « Oui », « Non », « Pour », « Contre » d’une question.
forms-candidate-votes = Voix
forms-candidate-share = Pourcentage
    S’il a été publié.
forms-candidate-list = Titre de la liste
forms-candidate-head = Qui conduit la liste
forms-candidate-nuance = Nuance
    Le code du ministère.
forms-candidate-panel = Panneau
    Le numéro du panneau.
forms-candidate-seats = Sièges
forms-candidate-colour = Couleur
    #005a9c, ou le code d’une nuance.
forms-candidate-elected = Élu
    Quand les voix ne disent pas qui est élu.
forms-source-name = Nom
    « Procès-verbal du bureau de vote »
forms-source-address = Adresse
    https://…
forms-source-published = Jour de publication
forms-source-license = Licence
forms-stations-share = Part dépouillée
    En pourcentage.
forms-stations-of = Bureaux en tout
forms-compared-names = Ici
    Les noms de cette élection, comme les pages les écrivent.
forms-compared-with = Avant
    Les noms de la précédente.
forms-territory-code = Code
    D’un département, d’une commune, ou FR.
forms-territory-name = Nom
    S’il n’est pas dans la liste officielle.
forms-word-french = Français
forms-word-contest-two-rounds = Deux tours (la majorité absolue gagne au premier)
forms-word-contest-one-round = Un tour
forms-word-contest-question = Une question ou une proposition
forms-word-decided-in-commune = Commune
forms-word-decided-in-canton = Canton
forms-word-decided-in-circonscription = Circonscription
forms-word-decided-in-department = Département
forms-word-decided-in-region = Région
forms-word-decided-in-country = Pays
forms-word-kind-presidential = Présidentielle
forms-word-kind-legislative = Législatives
forms-word-kind-senatorial = Sénatoriales
forms-word-kind-european = Européennes
forms-word-kind-regional = Régionales
forms-word-kind-departmental = Départementales
forms-word-kind-cantonal = Cantonales
forms-word-kind-municipal = Municipales
forms-word-kind-referendum = Référendum
forms-word-kind-primary = Primaire
forms-word-stands-candidates = Personnes
forms-word-stands-lists = Listes
forms-word-stands-pairs = Binômes
forms-word-stands-blocs = Blocs, que la source additionne
forms-word-stands-nuances = Nuances, que la source additionne
forms-word-stands-projects = Projets d’un budget participatif
forms-word-majority-half = Plus de la moitié
forms-word-majority-two-thirds = Deux tiers
forms-word-majority-three-quarters = Trois quarts
forms-word-decision-adopted = Adoptée
forms-word-decision-unanimous = Adoptée à l’unanimité
forms-word-decision-casting-vote = Adoptée par la voix prépondérante
forms-word-decision-rejected = Rejetée
forms-word-voting-secret-ballot = À bulletin secret
forms-word-voting-show-of-hands = À main levée
forms-word-proposal-proposal = Une proposition
forms-word-proposal-resolution = Une résolution
forms-word-proposal-motion = Une motion
forms-word-proposal-deliberation = Une délibération
forms-word-base-valid = Exprimés
forms-word-base-voters = Votants
forms-word-base-registered = Inscrits
forms-word-seat-rule-municipal = Municipales
forms-word-seat-rule-paris-lyon-marseille = Paris, Lyon, Marseille
forms-word-seat-rule-regional = Régionales
forms-word-seat-rule-european = Européennes
forms-word-seat-rule-highest-average = Plus forte moyenne, sans prime ni seuil
forms-word-seat-rule-largest-remainder = Plus fort reste, sans prime ni seuil

forms-articles = Articles
forms-article = article
forms-events = Rendez-vous
forms-event = rendez-vous
forms-pages = Pages de texte
forms-page = page de texte
forms-elections = Résultats
forms-election = résultat
forms-site = Le site
forms-body = Texte
forms-body-hint = En Markdown : **gras**, *italique*, ## intertitre, [lien](/evenements/), ![ce qu’on y voit](media/image.jpg).
forms-slug-wrong = Des minuscules sans accents, des chiffres et des traits d’union.
forms-when-wrong = Un jour, 2026-06-20, ou un jour avec une heure, 2026-06-20T14:00.
forms-mail-wrong = Une adresse électronique : contact@example.org
forms-phone-wrong = Un numéro de téléphone : 01 99 00 00 00
forms-url-wrong = Une adresse entière : https://www.example.org/page
forms-site-admin = Éditeur dans le navigateur
    Qui garde les fichiers du site : avec ce champ, /admin/ est un éditeur.
forms-admin-backend = Service
forms-admin-repo = Dépôt
    section/site
forms-admin-branch = Branche
    Sans ce champ, celle du dépôt.
forms-admin-folder = Dossier du contenu
    Dans le dépôt ; sans ce champ, content.
forms-admin-server = Serveur
    D’un service que vous hébergez : https://codeberg.org
forms-admin-sign-in = Connexion
    Le programme qui connecte à GitHub, s’il y en a un.
forms-admin-app-id = Numéro de l’application
    Que donne GitLab ou Gitea.

forms-editor-of = Éditer { $name }
forms-no-script = Cet éditeur a besoin de JavaScript.
forms-packed = ce que le programme porte de l’éditeur ne se déballe pas
