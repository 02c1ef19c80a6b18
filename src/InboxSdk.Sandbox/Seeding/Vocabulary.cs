using System.Collections.Immutable;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>The words of the generated data. Texts are created once and shared, so that a million prospects need little memory.</summary>
internal static class Vocabulary
{
    public static readonly string[] FirstNames =
    [
        "Aaliyah", "Adrian", "Aisha", "Alejandro", "Amara", "Amit", "Ana", "Anders", "Anika", "Antoine", "Beatriz", "Ben", "Bianca", "Camille",
        "Carlos", "Chiara", "Chloe", "Daniel", "Daria", "David", "Deepa", "Diego", "Elena", "Elif", "Emeka", "Emil", "Emma", "Esra", "Fatima",
        "Felix", "Freya", "Gabriel", "Giulia", "Hana", "Hannah", "Hiroshi", "Ibrahim", "Ines", "Ingrid", "Isaac", "Ivana", "Jamal", "Jana",
        "Javier", "Jonas", "José", "Julia", "Kai", "Karim", "Katarina", "Kenji", "Lars", "Laura", "Leila", "Liam", "Lina", "Luca", "Maja",
        "Malik", "Marcus", "Maria", "Mateo", "Mei", "Mia", "Mihai", "Mina", "Nadia", "Naomi", "Nikolai", "Nina", "Noah", "Olga", "Omar", "Oscar",
        "Paula", "Pedro", "Priya", "Rafael", "Rahul", "Renée", "Rosa", "Ryan", "Sana", "Sara", "Sebastian", "Sofia", "Søren", "Tariq", "Thabo",
        "Theo", "Uma", "Valentina", "Viktor", "Wei", "Yara", "Yuki", "Zara", "Zoë",
    ];

    public static readonly string[] LastNames =
    [
        "Abbas", "Adeyemi", "Almeida", "Andersen", "Bakker", "Banerjee", "Baumann", "Becker", "Berg", "Bianchi", "Blanc", "Brandt", "Castillo",
        "Chen", "Cohen", "Costa", "Cruz", "Dahl", "Das", "Dubois", "Eriksen", "Evans", "Farouk", "Ferrari", "Fischer", "Fontaine", "Fuentes",
        "García", "Gupta", "Haas", "Hansen", "Hoffmann", "Horvat", "Huang", "Hughes", "Ito", "Ivanova", "Jansen", "Jensen", "Kaya", "Keller",
        "Khan", "Kowalski", "Kumar", "Larsen", "Laurent", "Lee", "Lindgren", "Lopez", "Maier", "Marino", "Martins", "Mbeki", "Mehta", "Mendoza",
        "Moreau", "Müller", "Nakamura", "Nguyen", "Nilsson", "Nowak", "Okafor", "Oliveira", "Olsen", "Patel", "Peeters", "Petrov", "Popescu",
        "Reyes", "Ricci", "Rossi", "Santos", "Sato", "Schmidt", "Schneider", "Silva", "Singh", "Suzuki", "Takahashi", "Tan", "Torres", "Vargas",
        "Virtanen", "Vogel", "Wagner", "Walsh", "Wang", "Weber", "Yamamoto", "Yılmaz", "Zhang", "Ziegler",
    ];

    public static readonly string[] Locations =
    [
        "Amsterdam", "Austin, TX", "Bangalore", "Barcelona", "Berlin", "Boston, MA", "Cape Town", "Chicago, IL", "Copenhagen", "Dubai", "Dublin",
        "Helsinki", "Hong Kong", "Istanbul", "Lagos", "Lisbon", "London", "Los Angeles", "Madrid", "Melbourne", "Mexico City", "Milan", "Mumbai",
        "Nairobi", "New York", "Paris", "Remote", "San Francisco, CA", "São Paulo", "Seoul", "Singapore", "Stockholm", "Sydney", "Tel Aviv",
        "Tokyo", "Toronto", "Vienna", "Warsaw", "Zürich",
    ];

    public static readonly string[] Notes =
    [
        "Interested in the Enterprise plan. Follow up next week.",
        "Asked for a demo for the whole team.",
        "Decision maker. Budget approved for Q1.",
        "Met at the conference; wants a case study first.",
        "Uses a competitor until the summer.",
        "Price is the question. Send the annual offer.",
        "Introduced by a partner.\nPrefers short messages.",
        "Not now; ask again in three months.",
        "Wants \"single sign-on\" and an invoice, then signs.",
        "Waiting for legal.",
    ];

    public static readonly string[] Companies =
    [
        "Northwind", "Bluebird Labs", "Paper Kite", "Cedar & Co", "Lumen Analytics", "Harbor Health", "Tinkerbox", "Atlas Robotics", "Fernway",
        "Quiet Signal", "Copperline", "Maple Street", "Driftwood", "Polar Foods", "Brightwell", "Stonebridge", "Velvet Studio", "Ridgeline",
    ];

    public static readonly string[] Bios = [.. Companies.SelectMany(SeniorBios), .. Companies.SelectMany((company, index) => OtherBios(company).Append(UnusualPeople.BioOf(index)))];

    public static readonly string[] Websites = [.. Companies.Select(company => $"https://{Slug(company)}.example.com")];

    public static readonly string[] Avatars = [.. Enumerable.Range(1, 64).Select(number => $"https://images.example.com/avatars/{number}.jpg")];

    public static readonly ImmutableArray<string>[] TagSets = [.. Team.Tags.Select(tag => ImmutableArray.Create(tag.Id)), .. Pairs()];

    /// <summary>Full names, each with the letters allowed in a handle.</summary>
    public static readonly (string Name, string Slug)[] People =
        [.. FirstNames.SelectMany(first => LastNames.Select(last => (Name: $"{first} {last}", Slug: Slug(first + last))))];

    private static string Slug(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    // Only these contain the keywords of lead scoring.
    private static string[] SeniorBios(string company) =>
    [
        $"Founder of {company}", $"Co-founder & CEO at {company} 🚀", $"CEO, {company}. Opinions are mine.", $"Marketing director at {company}",
        $"Head of Growth @ {company}", $"VP Sales at {company}", $"VP of Engineering, {company} | angel investor", $"Director of Partnerships, {company}",
    ];

    private static string[] OtherBios(string company) =>
    [
        $"Software engineer at {company}", $"Designer. {company} by day, ceramics by night.", $"Product manager @ {company} | ☕ and maps",
        $"Writing about data. Analyst at {company}.", $"{company} customer care", $"Account executive at {company}, weekend cyclist",
        $"Student, intern at {company}", $"I make videos about small business. Ex {company}.", $"Community at {company} · she/her",
    ];

    private static IEnumerable<ImmutableArray<string>> Pairs() =>
        from first in Team.Tags
        from second in Team.Tags
        where string.CompareOrdinal(first.Id, second.Id) < 0
        select ImmutableArray.Create(first.Id, second.Id);
}
