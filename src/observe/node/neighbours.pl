# A kernel holds at most 1,024 neighbours (net.ipv4.neigh.default.gc_thresh3) for all its network namespaces together,
# and drops in silence what would need one more; by itself it forgets one that it has used five seconds later at the
# earliest. So what was learnt for a measurement is forgotten before there is too much of it.
my ( %met, %asked );

# Pairs between two tidyings; each is a neighbour at both ends. Other nodes may share the kernel.
my $PAIRS = 64;

my ( $AF_NETLINK, $RTM_NEWNEIGH, $RTM_DELNEIGH, $RTM_GETNEIGH, $REQUEST, $DUMP, $DONE ) = ( 16, 28, 29, 30, 1, 0x300, 3 );

# Reachable, stale or in delay: of use to nobody who waits, no evidence that nobody is there, and set by no person.
my $IDLE = 0x02 | 0x04 | 0x08;

# The networks that the namespace which was entered is on, as network and mask.
sub links {
    my @links;
    for ( split /\n/, slurp('/proc/self/net/route') ) {
        my ( undef, $network, $gateway, undef, undef, undef, undef, $mask ) = split;
        push @links, [ map { pack 'L', hex } $network, $mask ] if defined $mask && $gateway eq '00000000';
    }
    return \@links;
}

# A source is about to ask an address, which is given as bytes. Behind a gateway nobody is a neighbour.
sub meet {
    my ( $source, $address ) = @_;
    return if length $address == 4 && !grep { ( $address & $_->[1] ) eq $_->[0] } @{ $source->{links} };
    $asked{$address} = 1;
    $met{ $source->{key} }{$address} = 1;
    return;
}

# Whether it is time to tidy.
sub crowded {
    my $pairs = 0;
    $pairs += keys %{$_} for values %met;
    return $pairs >= $PAIRS;
}

# Forgets the neighbours that were asked, in every namespace that can have learnt of one.
sub tidy {
    my (@namespaces) = @_;
    for my $namespace (@namespaces) {
        eval { enter($namespace); forget( \%asked ); 1 } or next;
    }
    %met = ();
    return;
}

# A neighbour that does not answer may have changed its address since it was learnt, as the bridge of an overlay does
# when a container comes or goes (it has the lowest of its ports' own), or have left. A kernel notices seconds later.
sub learn_anew {
    my ($probe) = @_;
    my $address = $probe->{address};
    my $bytes = $address =~ /:/ ? substr inet6($address), 8, 16 : pack 'C4', split /\./, $address;
    return eval { enter( $probe->{source}{namespace} ); forget( { $bytes => 1 } ); 1 };
}

# Of some addresses, in the namespace that was entered.
sub forget {
    my ($these) = @_;
    socket my $link, $AF_NETLINK, 3 | 2048, 0 or return;
    send $link, pack( 'L S2 L2 C x3 l S C2', 28, $RTM_GETNEIGH, $REQUEST | $DUMP, 1, 0, (0) x 5 ), 0 or return;
    while ( defined recv $link, my $packet, 65536, 0 ) {
        for ( neighbours( $packet, $these ) ) {
            my ( $family, $interface, $address ) = @{$_};
            my $size = 28 + 4 + length $address;
            my $message = pack 'L S2 L2 C x3 l S C2 S2 a*', $size, $RTM_DELNEIGH, $REQUEST, 2, 0, $family, $interface, 0, 0, 0, 4 + length $address, 1, $address;
            send $link, $message, 0;
        }
    }
    return;
}

# What a dump tells: family, interface and address of those that may go.
sub neighbours {
    my ( $packet, $these ) = @_;
    my @found;
    while ( length $packet >= 28 ) {
        my ( $size, $type ) = unpack 'L S', $packet;
        last if $size < 16 || $type == $DONE;
        my ( $family, $interface, $state ) = unpack 'x16 C x3 l S', $packet;
        my $at = 28;
        while ( $type == $RTM_NEWNEIGH && $at + 4 <= $size ) {
            my ( $length, $kind ) = unpack "x$at S2", $packet;
            last if $length < 4;
            my $address = substr $packet, $at + 4, $length - 4;
            push @found, [ $family, $interface, $address ] if $kind == 1 && $state & $IDLE && $these->{$address};
            $at += ( $length + 3 ) & ~3;
        }
        $packet = length $packet > $size ? substr $packet, ( $size + 3 ) & ~3 : '';
    }
    return @found;
}
