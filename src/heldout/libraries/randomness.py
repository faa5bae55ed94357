"""What the standard library's generators do."""

from heldout.libraries.listing import listed, merged

FLAT = False
MODULES = ("random", "secrets")

NAMES = merged(
    listed("seed", "nothing", "seed(a)", flags="global"),
    listed(
        "draw",
        "nothing",
        """
        random randint(a,b) randrange(start,stop,step) uniform(a,b) triangular(low,high,mode) gauss(mu,sigma)
        normalvariate(mu,sigma) lognormvariate(mu,sigma) expovariate(lambd) betavariate(alpha,beta)
        gammavariate(alpha,beta) paretovariate(alpha) weibullvariate(alpha,beta) vonmisesvariate(mu,kappa) getrandbits(k)
        randbytes(n) binomialvariate(n,p) choice(seq)
    """,
        flags="global",
    ),
    listed("sample", "nothing", "sample(population,k)", flags="global"),
    listed("sample", "copy", "choices(population,weights)", flags="global"),
    listed("shuffle_in_place", "nothing", "shuffle(x)", flags="global"),
    listed("generator", "nothing", "Random(x)", seeded_by="x"),
    listed("generator", "nothing", "SystemRandom"),
    listed("generator_state", "nothing", "getstate"),
    listed("seed", "nothing", "setstate"),
)
